import { expect, test } from "vitest";
import type { CallTerm } from "@muster/contract";
import { attribute, call, constant, endpoint, input, instance, model, session, symbol, trace, user } from "../../test/model.ts";
import { audit02 } from "./audit-02.ts";

const id = input("item_id");
const deletion = call(attribute(session, "delete"), [id]);
const judge = (...calls: readonly CallTerm[]) => [...audit02.judge(model([endpoint("DELETE /items/{item_id}"), trace([deletion, ...calls])]))].map(({ status, reason }) => [status, reason]);
const row = (extra: Parameters<typeof instance>[1] = {}) => call(attribute(session, "add"), [instance("app.models.AuditLog", { actor: user, action: constant("deleted"), object: id, ...extra })]);

test.each<[string, CallTerm | undefined, string, string]>([
  ["no audit event", undefined, "not_applicable", "No handler writes an audit event: AUDIT-01 says which should."],
  ["a table", row(), "fail", "Audit events go to the table of AuditLog in the application's own database (app/main.py:32), unsigned: who gets in there can change or remove them."],
  ["a signed row", row({ signature: call(symbol("hmac.new"), [id]) }), "pass", "Audit events go to a record that is signed or chained (app/main.py:32)."],
  ["a logger", call(attribute(call(symbol("logging.getLogger"), [constant("audit")]), "info"), [constant("deleted %s %s"), user, id]), "indeterminate", "Audit events go to handlers that the repository does not configure (app/main.py:32): whether they are signed or only appended to is decided outside of what was read."],
])("%s", (_, written, status, reason) => {
  expect(written === undefined ? judge() : judge(written)).toEqual([[status, reason]]);
});
