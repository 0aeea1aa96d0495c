import type { CallTerm } from "@muster/contract";
import * as t from "./terms.ts";
import { callerId, Item, session } from "./terms.ts";

/** What another endpoint of the same application does: it finds what is the caller's, in every store that the cases are about. */
export const asksForItsOwn: readonly CallTerm[] = [
  t.selected(Item, t.eq(t.at(Item, "owner_id"), callerId)),
  t.send(t.symbol("app.db.items"), "find", t.dict({ owner: callerId })),
  t.send(t.symbol("app.redis"), "get", t.template("doc:", callerId)),
  t.send({ kind: "instance", class: "redis.asyncio.Redis", attributes: [] }, "get", t.template(callerId, ":", t.path())),
  t.sendNamed(t.symbol("app.s3"), "delete_object", { Bucket: t.value("b"), Key: t.template(callerId, "/", t.path()) }),
  t.call(t.symbol("os.remove"), t.template("/data/", callerId)),
  t.send(session, "execute", t.value("SELECT * FROM items WHERE owner = ?"), t.tuple(callerId)),
  t.send(t.symbol("builtins"), "bool", t.eq(t.at(t.item(t.symbol("app.store.items"), t.path()), "owner"), callerId)),
];
