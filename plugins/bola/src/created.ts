import type { Term } from "@muster/contract";
import { isOnChain } from "./chain.ts";
import { calledName } from "./query-methods.ts";

const creating = new Set(["create", "acreate", "create_user", "insert_one"]);

/** True for what is reached from an object that the request itself created: `Order.objects.create(…).lines.get(id=id)`. Nothing there is anybody else's. */
export function isBelowCreated(term: Term): boolean {
  return isOnChain(term, (part) => part.kind === "call" && creating.has(calledName(part)));
}
