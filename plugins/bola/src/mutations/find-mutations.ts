import type { HandlerTrace, TraceEvent } from "@muster/contract";
import { calledName } from "../query-methods.ts";
import { touchedDocuments } from "./documents.ts";
import { touchedKeys } from "./keyed-stores.ts";
import type { Mutation, Touch } from "./mutation.ts";
import { touchedObject } from "./objects.ts";
import { isRemote } from "./receiver.ts";
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
  if (calledName(call) === "delete" && isRemote(call)) return { verb: "deletes", target: call, certain: false };
  return touchedDocuments(call) ?? touchedRows(call) ?? touchedKeys(call) ?? touchedByService(call);
}
