import type { CallTerm } from "@muster/contract";
import { kindsSelected, kindsTouched } from "./belonging/kinds-of.ts";
import { judgeLookup } from "./judge-lookup.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { queryRole } from "./query-methods.ts";
import type { Run } from "./run.ts";

/** A lookup before the mutation that finds an object of the same kind by its caller: of two ways to find one, the other may need a check of its own, and this one none. */
export function foundByCaller(mutation: Mutation, { trace, index, ownership }: Run): CallTerm | undefined {
  const touched = kindsTouched(mutation, ownership);
  for (const event of trace.events) {
    if (event.index >= mutation.event.index) return undefined;
    if (event.kind !== "call" || !index.of(event.call).principal || queryRole(event.call) === "other" || index.of(event.call).id === index.of(mutation.target).id) continue;
    const kinds = kindsSelected(event.call, ownership);
    if (kinds.some((kind) => touched.includes(kind)) && judgeLookup(event.call, index, event.span).kind === "tied") return event.call;
  }
  return undefined;
}
