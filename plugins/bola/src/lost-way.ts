import { compareSpans } from "@muster/contract";
import type { Step } from "@muster/contract";
import { permitting } from "./judge-condition.ts";
import { calledName } from "./query-methods.ts";
import type { Run } from "./run.ts";

/**
 * What was lost of the way to a mutation that could hold a check: all but a call that is seen to be given nothing of the caller, the request or an object (a
 * setting that is read, say), and is not named for asking. Undefined where nothing such was lost.
 */
export function lostOnWay({ trace, index, endpoint }: Run): Step | undefined {
  if (trace.complete) return undefined;
  if (trace.lost.length === 0) return { span: endpoint.handler.span, note: "evaluation ended early" };
  return trace.lost.find(({ span }) => {
    const calls = trace.events.flatMap((event) => (event.kind === "call" && compareSpans(event.call.span, span) === 0 ? [event.call] : []));
    return (
      calls.length === 0 ||
      calls.some((call) => {
        const { principal, credential, selector, chosen } = index.of(call);
        return principal || credential || selector || chosen || [...call.args, ...call.keywords.map(({ value }) => value)].some(({ kind }) => kind === "unknown") || call.open === true || permitting.test(calledName(call));
      })
    );
  });
}
