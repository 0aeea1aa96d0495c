import type { Term } from "@muster/contract";
import { walk } from "../term-index.ts";
import type { Ownership } from "./ownership.ts";

/**
 * The data model of an object that was looked up: `Item` of `session.get(Item, id)` and `Item.objects.filter(…).first()`. What
 * is read off an object (`item.owner`) is of another model, which is not told here.
 */
export function modelOf(target: Term, ownership: Ownership): string | undefined {
  for (let top = target; ; ) {
    if (top.kind === "element" || top.kind === "item") top = top.of;
    else if (top.kind === "attribute") return undefined;
    else break;
  }
  for (const part of walk(target)) if (part.kind === "symbol" && ownership.knows(part.name)) return part.name;
  return undefined;
}
