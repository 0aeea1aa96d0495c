import type { Term } from "@muster/contract";
import { changedObject } from "./scene.ts";

/** The request as a whole. */
export function isRequest(term: Term): boolean {
  return term.kind === "input" && term.source === "request";
}

/** The object that changed, as a receiver is given it. */
export function isChanged(term: Term): boolean {
  return term.kind === "symbol" && term.name === changedObject;
}
