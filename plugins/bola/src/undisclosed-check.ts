import type { CallTerm } from "@muster/contract";
import type { Anchors } from "./anchors.ts";
import { permitting } from "./judge-condition.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { calledName, queryRole } from "./query-methods.ts";
import type { Run } from "./run.ts";
import type { TermIndex } from "./term-index.ts";

/** Calls that tell others of caller and object, and reject nobody. */
const telling =
  /^(?:log|info|debug|warning|warn|error|exception|critical|print|msg|bind|publish|emit|send|notify|add_task|enqueue|enqueue_job|delay|apply_async|dispatch|track|capture|record|audit|add|append|extend|refresh|commit|flush|merge|create|insert|insert_one|set_cookie|dumps|dump|model_dump|dict|str|int|repr|format|join|jsonable_encoder|isinstance|len|getattr|hasattr|setattr|values|update|items|begin|rollback|now|utcnow|gather|encode)(?:_|$)/;

/**
 * A call before the mutation that was given both caller and object (or the whole request) and not entered: it may
 * raise, and nothing shows whether it does.
 */
export function undisclosedCheck(mutation: Mutation, { trace, mutating, index }: Run, anchors: Anchors): CallTerm | undefined {
  for (const event of trace.events) {
    if (event.index >= mutation.event.index) return undefined;
    if (event.kind !== "call" || mutating.has(event.index)) continue;
    const { call } = event;
    if (isOfUnseenClass(call)) return call;
    const name = calledName(call);
    if (queryRole(call) !== "other" || telling.test(name) || /^[A-Z]/.test(name)) continue;
    if (knowsCaller(call, index) && (anchors.holds(call) || permitting.test(name))) return call;
  }
  return undefined;
}

/** `policies.mixins.PolicyMixin.dispatch(request)`: a class from elsewhere that a view inherits from sees the request before the view does. */
function isOfUnseenClass({ callee, args: [first] }: CallTerm): boolean {
  return callee.kind === "symbol" && callee.name.endsWith(".dispatch") && (first?.kind === "instance" || (first?.kind === "input" && first.source === "request"));
}

function knowsCaller(call: CallTerm, index: TermIndex): boolean {
  if (index.of(call).principal) return true;
  return [...call.args, ...call.keywords.map((keyword) => keyword.value)].some((value) => value.kind === "input" && value.source === "request");
}
