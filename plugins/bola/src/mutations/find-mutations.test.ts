import { describe, expect, test } from "vitest";
import { foreign, item, missing } from "../test-support/deletion.ts";
import * as t from "../test-support/terms.ts";
import { callerId, Item, session } from "../test-support/terms.ts";
import { calls, deletes, judge, passes, sets, undecided, unless } from "../test-support/trace.ts";

describe("stores", () => {
  const cases: readonly [string, ReturnType<typeof calls>, ReturnType<typeof calls>][] = [
    ["Mongo", calls(t.send(t.symbol("app.db.items"), "delete_one", t.dict({ _id: t.path() }))), calls(t.send(t.symbol("app.db.items"), "delete_one", t.dict({ _id: t.path(), owner: callerId })))],
    ["Redis", calls(t.send(t.symbol("app.redis"), "delete", t.template("doc:", t.path()))), calls(t.send(t.symbol("app.redis"), "delete", t.template("doc:", callerId, ":", t.path())))],
    ["S3", calls(t.sendNamed(t.symbol("app.s3"), "delete_object", { Bucket: t.value("b"), Key: t.path() })), calls(t.sendNamed(t.symbol("app.s3"), "delete_object", { Bucket: t.value("b"), Key: t.template(callerId, "/", t.path()) }))],
    ["files", calls(t.call(t.symbol("os.remove"), t.template("/data/", t.path()))), calls(t.call(t.symbol("os.remove"), t.template("/data/", callerId, "/", t.path())))],
    [
      "SQL",
      calls(t.send(session, "execute", t.call(t.symbol("sqlalchemy.text"), t.value("DELETE FROM items WHERE id = :id")), t.dict({ id: t.path() }))),
      calls(t.send(session, "execute", t.call(t.symbol("sqlalchemy.text"), t.value("DELETE FROM items WHERE id = :id AND owner_id = :owner")), t.dict({ id: t.path(), owner: callerId }))),
    ],
  ];
  test.each(cases)("%s: the key alone does not tie, the caller in it does", (_, open, owned) => {
    expect(judge([open])).toMatchObject({ status: "fail" });
    expect(judge([owned])).toMatchObject(passes);
  });
  test("Mongo: `$or` needs the caller in every part, and `$set` is no filter", () => {
    const items = t.symbol("app.db.items");
    expect(judge([calls(t.send(items, "delete_one", t.dict({ _id: t.path(), $or: t.list(t.dict({ owner: callerId }), t.dict({ editors: callerId })) })))])).toMatchObject(passes);
    expect(judge([calls(t.send(items, "delete_one", t.dict({ _id: t.path(), $or: t.list(t.dict({ owner: callerId }), t.dict({ open: t.value(true) })) })))])).toMatchObject({ status: "fail" });
    expect(judge([calls(t.send(items, "update_one", t.dict({ _id: t.path() }), t.dict({ $set: t.dict({ by: callerId }) })))])).toMatchObject({ status: "fail" });
  });
  test("SQL: the caller in SET is no filter, and an OR is undecided", () => {
    const run = (sql: string): ReturnType<typeof calls> => calls(t.send(session, "execute", t.value(sql), t.tuple(callerId, t.path())));
    expect(judge([run("UPDATE items SET editor = ? WHERE id = ?")])).toMatchObject({ status: "fail" });
    expect(judge([run("DELETE FROM items WHERE owner = ? AND id = ?")])).toMatchObject(passes);
    expect(judge([run("DELETE FROM items WHERE owner = ? OR id = ?")])).toMatchObject(undecided);
  });
  test("a dictionary in memory is a store", () => {
    const kept = t.item(t.symbol("app.store.items"), t.path());
    expect(judge([deletes(kept)])).toMatchObject({ status: "fail" });
    expect(judge([deletes(kept, unless(t.ne(t.at(kept, "owner"), callerId)))])).toMatchObject(passes);
  });
});

describe("changes", () => {
  const put = { method: "PUT" };
  test("an attribute set on an object found by id needs a tie", () => {
    expect(judge([sets(item, "title", t.at(t.body(), "title"), missing)], put)).toMatchObject({ status: "fail" });
    expect(judge([sets(item, "title", t.at(t.body(), "title"), missing, unless(foreign))], put)).toMatchObject(passes);
  });
  test("what is put right as it is read is no change, by whatever id the object was found", () => {
    const found = t.got(t.at(t.body(), "item_id"));
    const title = t.at(found, "title");
    expect(judge([sets(found, "title", t.send(title, "strip"))], { method: "POST", path: "/items" })).toMatchObject({ status: "not_applicable" });
    expect(judge([sets(found, "title", t.send(title, "replace", t.at(t.body(), "old"), t.value("")))], { method: "POST", path: "/items" })).toMatchObject({ status: "fail" });
  });
  test("a date with other parts is another date, and a document that is replaced is changed", () => {
    const slot = { method: "POST", path: "/slots" };
    const start = t.at(t.got(t.at(t.body(), "slot_id")), "start");
    expect(judge([calls(t.sendNamed(start, "replace", { tzinfo: t.symbol("datetime.timezone.utc") }))], slot)).toMatchObject({ status: "not_applicable" });
    expect(judge([calls(t.send(t.got(t.at(t.body(), "slot_id")), "replace"))], slot)).toMatchObject({ status: "fail" });
  });
  test("a dict made of the body is no object", () => {
    expect(judge([sets(t.send(t.body(), "model_dump"), "[title]", t.value("x")), sets(item, "title", t.body(), unless(foreign))], put)).toMatchObject(passes);
  });
  test("a soft deletion is one", () => {
    const judged = judge([sets(item, "is_deleted", t.value(true))], { method: "POST", path: "/items/{id}/archive" });
    expect(judged.proof.map((step) => step.note).join()).toContain("soft-deletes");
    expect(judged).toMatchObject({ status: "fail" });
  });
  test("setattr, sqlmodel_update and query.update are changes", () => {
    expect(judge([calls(t.call(t.symbol("setattr"), item, t.value("title"), t.body()))], put)).toMatchObject({ status: "fail" });
    expect(judge([calls(t.send(item, "sqlmodel_update", t.body()))], put)).toMatchObject({ status: "fail" });
    expect(judge([calls(t.send(t.sendNamed(t.at(Item, "objects"), "filter", { id: t.path() }), "update", t.body()))], put)).toMatchObject({ status: "fail" });
  });
  test("a change of the caller's own record is the caller's", () => {
    expect(judge([sets(t.caller, "name", t.at(t.body(), "name"))], { method: "PATCH", path: "/users/me" })).toMatchObject(passes);
  });
});

describe("names alone", () => {
  const service = t.unknown("a service");
  test.each([
    ["a repository's delete", calls(t.send(t.at(service, "items"), "delete", t.path()))],
    ["a repository's remove", calls(t.send(service, "remove", t.path()))],
    ["a manager's delete by keyword", calls(t.sendNamed(t.at(Item, "objects"), "delete", { id: t.path() }))],
    ["a task that runs later", calls(t.send(t.symbol("app.tasks"), "add_task", t.symbol("app.crud.delete_item"), t.path()))],
    ["another service's endpoint", calls(t.send(t.symbol("httpx"), "delete", t.template("https://inventory/items/", t.path())))],
  ])("%s leaves it undecided", (_, happening) => {
    expect(judge([happening])).toMatchObject(undecided);
  });
  test("a key handed to a Redis client is a mutation that is seen", () => {
    expect(judge([calls(t.send({ kind: "instance", class: "redis.asyncio.Redis", attributes: [] }, "delete", t.path()))])).toMatchObject({ status: "fail" });
  });
  test("a statement that runs itself is judged by its filter", () => {
    const statement = t.send(t.send(Item, "delete"), "where", t.eq(t.at(Item, "id"), t.path()));
    expect(judge([calls(t.send(statement, "execute"))])).toMatchObject({ status: "fail" });
  });
});
