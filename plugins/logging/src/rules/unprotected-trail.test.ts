import { expect, test } from "vitest";
import { attribute, call, constant, dict, endpoint, input, instance, model, read, session, symbol, trace, user } from "../../test/model.ts";
import { unprotectedTrail } from "./unprotected-trail.ts";

const remove = endpoint("DELETE /items/{item_id}");
const id = input("item_id");
const deletion = call(attribute(session, "delete"), [call(attribute(session, "get"), [id])]);
const record = (extra: Parameters<typeof instance>[1] = {}) => call(attribute(session, "add"), [instance("app.models.AuditLog", { actor: user, action: constant("deleted"), object: id, ...extra })]);
const judge = (...calls: Parameters<typeof trace>[0]) => read(unprotectedTrail, model([remove, trace([deletion, ...calls])]));

test("rows of the application's own table can be rewritten, and are reported once", () => {
  const found = read(unprotectedTrail, model([remove, trace([deletion, record()])], [endpoint("DELETE /orders/{item_id}"), trace([deletion, record()])]));
  expect(found.map(({ message, text }) => [message, text])).toEqual([["table", "Audit events go to the table of AuditLog in the application's own database, unsigned: who can write to that database can change or remove them."]]);
});

test("a signed row is kept; one with a bare hash is not", () => {
  const keyed = call(symbol("hmac.new"), [constant("key"), id]);
  const bare = call(symbol("hashlib.sha256"), [id]);
  expect(judge(record({ signature: keyed }))).toEqual([]);
  expect(judge(record({ digest: bare }))[0]?.message).toBe("table");
  expect(judge(record({ prev_hash: symbol("last_hash"), entry_hash: bare }))).toEqual([]);
});

test("what is sent to Kafka is kept, and where a logger of no configuration writes is not known", () => {
  const told = dict({ actor: user, action: constant("deleted"), object: id });
  expect(judge(call(attribute(call(symbol("kafka.KafkaProducer")), "send"), [constant("audit-events"), told]))).toEqual([]);
  expect(judge(call(attribute(call(symbol("logging.getLogger"), [constant("audit")]), "info"), [constant("item.deleted %s %s"), user, id]))).toEqual([]);
});

test("without any audit event there is no trail to protect", () => {
  expect(judge()).toEqual([]);
});
