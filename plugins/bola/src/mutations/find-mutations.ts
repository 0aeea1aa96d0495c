import type { HandlerTrace, TraceEvent } from "@muster/contract";
import { calledName } from "../query-methods.ts";
import { touchedDocuments } from "./documents.ts";
import { touchedKeys } from "./keyed-stores.ts";
import type { Mutation, Touch } from "./mutation.ts";
import { touchedObject } from "./objects.ts";
import { touchedByService } from "./services.ts";
import { touchedRows } from "./sql.ts";

/** Everything that a trace deletes or changes, in order. What only a name suggests comes with `certain: false`. */
export function findMutations(trace: HandlerTrace): readonly Mutation[] {
  return trace.events.flatMap((event) => {
    const touch = touchOf(event);
    return touch ? [{ ...touch, event }] : [];
  });
}

function touchOf(event: TraceEvent): Touch | undefined {
  const object = touchedObject(event);
  if (object || event.kind !== "call") return object;
  const { call } = event;
  if (isRemote(event)) return { verb: "deletes", target: call, certain: false };
  return touchedDocuments(call) ?? touchedRows(call) ?? touchedKeys(call) ?? touchedByService(call);
}

/** `client.delete(f"/items/{id}")` asks another service, which may check by itself. */
function isRemote(event: TraceEvent & { readonly kind: "call" }): boolean {
  if (calledName(event.call) !== "delete") return false;
  const [first] = event.call.args;
  const start = first?.kind === "template" ? first.parts[0] : first;
  return start?.kind === "const" && typeof start.value === "string" && /^(?:https?:\/)?\//.test(start.value);
}
