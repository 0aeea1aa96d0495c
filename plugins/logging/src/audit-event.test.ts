import type { CallTerm, Term } from "@muster/contract";
import { describe, expect, test } from "vitest";
import { at, attribute, call, constant, dict, endpoint, input, instance, logger, request, session, symbol, template, trace, unknown, user } from "../test/model.ts";
import { auditEvents } from "./audit-event.ts";

const remove = endpoint("DELETE /items/{item_id}");
const id = input("item_id");
const item = call(attribute(session, "get"), [symbol("app.models.Item"), id]);
const deleted = constant("item %s deleted by %s");

/** What the last of these calls lacks; undefined where it is no audit event. */
function lacks(...calls: readonly CallTerm[]): readonly string[] | undefined {
  return auditEvents({ kind: "handler", endpoint: remove }, trace(calls)).find((each) => each.event.index === calls.length - 1)?.lacks;
}

const entry = (attributes: { readonly [name: string]: Term }) => instance("app.models.AuditLog", attributes);
const full = { actor_id: attribute(user, "id"), action: constant("delete"), object_id: id };

describe("what counts as an audit event with actor, action and object", () => {
  test.each<[string, CallTerm]>([
    ["a log of the standard library", call(attribute(logger, "info"), [deleted, id, attribute(user, "id")])],
    ["a log of the module itself", call(symbol("logging.info"), [template("deleted ", id, " by ", attribute(user, "email"))])],
    ["a log with extra fields", call(attribute(logger, "info"), [constant("item.deleted")], { extra: dict({ actor: attribute(user, "id"), object: id }) })],
    ["structlog", call(attribute(call(symbol("structlog.get_logger")), "info"), [constant("item_deleted")], { actor: attribute(user, "id"), item_id: id })],
    ["a structlog logger bound to the caller", call(attribute(call(attribute(call(symbol("structlog.get_logger")), "bind"), [], { actor: user }), "warning"), [constant("deleted")], { item: id })],
    ["loguru", call(attribute(symbol("loguru.logger"), "success"), [constant("{} deleted {}"), attribute(user, "id"), id])],
    ["a logger of the application", call(attribute(request, "app", "logger", "info"), [deleted, id, attribute(user, "id")])],
    ["the loaded record in place of its id", call(attribute(logger, "info"), [deleted, attribute(item, "name"), attribute(user, "id")])],
    ["the caller that a middleware set", call(attribute(logger, "info"), [deleted, id, attribute(request, "state", "user", "id")])],
    ["a record added to the session", call(attribute(session, "add"), [entry(full)])],
    ["a record whose class is not in the repository", call(attribute(session, "add"), [call(symbol("vendor.AuditLog"), [], full)])],
    ["a record with an enumerated action", call(attribute(session, "add"), [entry({ ...full, action: attribute(symbol("app.models.AuditAction"), "DELETE") })])],
    ["a record created by its manager", call(attribute(symbol("app.models.AuditLog"), "objects", "create"), [], full)],
    ["a record that saves itself", call(attribute(entry(full), "save"))],
    ["an insert into the audit table", call(attribute(session, "execute"), [call(attribute(call(symbol("sqlalchemy.insert"), [symbol("app.models.AuditLog")]), "values"), [], full)])],
    ["a library's audit function", call(symbol("auditlib.record"), [constant("item.deleted"), user, id])],
    ["an audit function that says the action in its name", call(attribute(symbol("vendor.audit"), "item_deleted"), [user, id])],
    ["a published event", call(attribute(symbol("app.bus"), "publish"), [constant("item.deleted"), dict({ by: attribute(user, "id"), item: id })])],
    ["an event class handed to a queue", call(attribute(symbol("app.queue"), "put"), [instance("app.events.ItemDeletedEvent", { by: user, item: id })])],
    ["an audit task left to the background", call(attribute(symbol("app.tasks.write_audit_log"), "delay"), [constant("deleted"), user, id])],
  ])("%s", (_, event) => {
    expect(lacks(event)).toEqual([]);
  });

  test("a caller bound to the logging context before", () => {
    expect(lacks(call(symbol("structlog.contextvars.bind_contextvars"), [], { user_id: attribute(user, "id") }), call(attribute(logger, "info"), [constant("deleted"), id]))).toEqual([]);
  });
});

describe("what an event leaves out", () => {
  test.each<[string, CallTerm, readonly string[]]>([
    ["no caller", call(attribute(logger, "info"), [constant("deleted %s"), id]), ["actor"]],
    ["a tenant is no actor", call(attribute(logger, "info"), [constant("deleted %s in %s"), id, attribute(user, "tenant_id")]), ["actor"]],
    ["a record looked up by the caller does not name the caller", call(attribute(logger, "info"), [constant("deleted %s"), call(attribute(session, "get"), [id, attribute(user, "id")])]), ["actor"]],
    ["no object", call(attribute(logger, "info"), [constant("%s deleted an item"), attribute(user, "id")]), ["object"]],
    ["a count is no object", call(attribute(logger, "info"), [constant("%s deleted %s"), user, attribute(item, "rowcount")]), ["object"]],
    ["no verb", call(attribute(logger, "info"), [constant("request of %s for %s"), user, id]), ["action"]],
    ["a bare text", call(attribute(logger, "info"), [constant("deleting")]), ["actor", "object"]],
    ["a record without the caller", call(attribute(session, "add"), [entry({ action: constant("delete"), object_id: id })]), ["actor"]],
    ["a record without an action: that it was added says nothing", call(attribute(session, "add"), [entry({ actor_id: user, object_id: id })]), ["action"]],
  ])("%s", (_, event, expected) => {
    expect(lacks(event)).toEqual(expected);
  });

  test("of two ids in the path it is the last that tells the object", () => {
    const member = endpoint("DELETE /teams/{team_id}/members/{member_id}");
    const log = (name: string) => auditEvents({ kind: "handler", endpoint: member }, trace([call(attribute(logger, "info"), [constant("%s removed %s"), user, input(name)])]))[0]?.lacks;
    expect(log("team_id")).toEqual(["object"]);
    expect(log("member_id")).toEqual([]);
  });

  test("who changes the own account is actor and object at once", () => {
    const me = endpoint("PATCH /users/me", { parameters: [{ name: "user_in", in: "body", required: true }] });
    expect(auditEvents({ kind: "handler", endpoint: me }, trace([call(attribute(logger, "info"), [constant("%s updated"), user])]))[0]?.lacks).toEqual([]);
  });
});

describe("what is no audit event", () => {
  test.each<[string, CallTerm]>([
    ["any other call", call(attribute(session, "delete"), [item])],
    ["another record", call(attribute(session, "add"), [instance("app.models.Item", { owner: user })])],
    ["reading the trail", call(attribute(symbol("app.models.AuditLog"), "objects", "filter"), [], full)],
    ["building a record without writing it", call(symbol("vendor.AuditLog"), [], full)],
    ["binding a logger", call(attribute(symbol("app.audit_logger"), "bind"), [user])],
    ["the logarithm", call(symbol("math.log"), [id])],
    ["a push to browsers", call(attribute(symbol("app.sio"), "emit"), [constant("deleted"), id, user])],
    ["a product named for auditing", call(symbol("auditor.items.services.common.touch"), [constant("delete"), user, id])],
  ])("%s", (_, event) => {
    expect(lacks(event)).toBeUndefined();
  });
});

test.each<[string, CallTerm, string]>([
  ["an ordinary logger", call(attribute(logger, "info"), [deleted]), "log"],
  ["a logger named audit", call(attribute(call(symbol("logging.getLogger"), [constant("audit")]), "info"), [deleted]), "trail"],
  ["a logger bound with an audit mark", call(attribute(call(symbol("loguru.logger.bind"), [], { audit: constant(true) }), "info"), [deleted]), "trail"],
  ["a record marked in its extra fields", call(attribute(logger, "info"), [deleted], { extra: dict({ audit: constant(true) }) }), "trail"],
])("%s: a %s", (_, event, kind) => {
  expect(auditEvents({ kind: "handler", endpoint: remove }, trace([event]))[0]?.kind).toBe(kind);
});

test("a log inside a class that is named for auditing is part of the trail", () => {
  const through = [{ span: at(9), note: "calls app.trail.AuditLogger.write" }];
  expect(auditEvents({ kind: "handler", endpoint: remove }, trace([{ call: call(attribute(logger, "info"), [deleted]), through }]))[0]?.kind).toBe("trail");
});

test("a debug log is told apart, and a value that was not followed too", () => {
  expect(auditEvents({ kind: "handler", endpoint: remove }, trace([call(attribute(logger, "debug"), [deleted, id, user])]))[0]).toMatchObject({ kept: false, lacks: [] });
  const opaque = (term: Term) => auditEvents({ kind: "handler", endpoint: remove }, trace([call(attribute(logger, "info"), [deleted, id, term])]))[0]?.opaque;
  expect(opaque(unknown)).toBe(true);
  expect(opaque(call(symbol("sqlalchemy.orm.mapped_column")))).toBe(true);
  expect(opaque(constant("nobody"))).toBe(false);
});
