import { expect, test } from "vitest";
import { at, attribute, call, constant, endpoint, input, instance, logger, model, session, trace, user } from "../../test/model.ts";
import { audit01 } from "./audit-01.ts";

const deletion = call(attribute(session, "delete"), [input("item_id")]);
const log = (...args: Parameters<typeof call>[1] & {}) => call(attribute(logger, "info"), args);
const judge = (on: string, run: ReturnType<typeof trace> | undefined) => [...audit01.judge(model([endpoint(on), run]))].map((result) => [result.status, result.reason]);

test.each<[string, string, ReturnType<typeof trace> | undefined, string, string]>([
  ["a full event", "DELETE /items/{item_id}", trace([deletion, log(constant("%s deleted %s"), user, input("item_id"))]), "pass", "The event at app/main.py:32 names actor, action and object."],
  ["an event before the change", "DELETE /items/{item_id}", trace([log(constant("%s deletes %s"), user, input("item_id")), deletion]), "pass", "The event at app/main.py:31 names actor, action and object. It is written before the change: an attempt that fails looks the same."],
  ["a record in the transaction", "DELETE /items/{item_id}", trace([deletion, call(attribute(session, "add"), [instance("app.models.AuditLog", { actor: user, action: constant("deleted"), object: input("item_id") })]), call(attribute(session, "commit"))]), "pass", "The event at app/main.py:32 names actor, action and object. It is stored in the transaction of the change."],
  ["a refusal without event", "DELETE /items/{item_id}", trace([deletion, log(constant("%s deleted %s"), user, input("item_id"))], { exits: [{ after: [0, 1] }, { kind: "raise", status: 403, after: [] }] }), "pass", "The event at app/main.py:32 names actor, action and object. The refusal at app/main.py:90 leaves no event."],
  ["no event", "DELETE /items/{item_id}", trace([deletion]), "fail", "Nothing on the way writes an event with actor, action and object."],
  ["an event without actor", "PATCH /items/{item_id}", trace([deletion, log(constant("updated %s"), input("item_id"))]), "fail", "The event at app/main.py:32 names no actor."],
  ["a read", "GET /items", trace([]), "not_applicable", "GET is no method that destroys or overwrites."],
  ["a creating POST", "POST /items", trace([call(attribute(session, "add"), [constant("x")])]), "not_applicable", "The POST destroys or overwrites nothing."],
  ["a POST that was not followed", "POST /items", trace([], { lost: [{ span: at(3), note: "too deep" }] }), "indeterminate", "Whether the POST destroys or overwrites something could not be followed."],
  ["a handler that was not followed", "DELETE /items/{item_id}", trace([deletion], { lost: [{ span: at(3), note: "too deep" }] }), "indeterminate", "No audit event was found as far as the handler could be followed."],
  ["no trace at all", "DELETE /items/{item_id}", undefined, "indeterminate", "The handler could not be followed."],
])("%s", (_, on, run, status, reason) => {
  expect(judge(on, run)).toEqual([[status, reason]]);
});
