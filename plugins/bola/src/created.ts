import type { Term } from "@muster/contract";
import { calledName } from "./query-methods.ts";

const creating = new Set(["create", "acreate", "create_user", "insert_one"]);

/** True for what is reached from an object that the request itself created: `Order.objects.create(…).lines.get(id=id)`. Nothing there is anybody else's. */
export function isBelowCreated(term: Term): boolean {
  for (let part = term; ; ) {
    switch (part.kind) {
      case "attribute":
      case "item":
      case "element":
        part = part.of;
        continue;
      case "call":
        if (creating.has(calledName(part))) return true;
        if (part.callee.kind !== "attribute") return false;
        part = part.callee.of;
        continue;
      default:
        return false;
    }
  }
}
