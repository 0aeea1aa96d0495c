import type { CallTerm, TraceEvent } from "@muster/contract";
import { expect, test } from "vitest";
import { at, attribute, call, constant, dict, input, session, symbol, trace } from "../test/model.ts";
import { isChange, isDestructive } from "./change.ts";

const event = (each: CallTerm): TraceEvent => {
  const [only] = trace([each]).events;
  if (only === undefined) throw new Error("The trace holds no event.");
  return only;
};
const other = { index: 0, span: at(1), under: [], through: [], looped: false };

test.each<[string, CallTerm]>([
  ["session.delete", call(attribute(session, "delete"), [symbol("item")])],
  ["sqlalchemy.update", call(symbol("sqlalchemy.update"), [symbol("app.models.Item")])],
  ["queryset.update", call(attribute(call(attribute(session, "query")), "update"), [dict({})])],
  ["raw SQL", call(attribute(session, "execute"), [call(symbol("sqlalchemy.text"), [constant("DELETE FROM items WHERE id = :id")])])],
])("%s destroys or overwrites", (_, each) => {
  expect(isDestructive(event(each))).toBe(true);
});

test.each<[string, CallTerm]>([
  ["an update of a dictionary", call(attribute(dict({}), "update"), [dict({})])],
  ["an update of the dumped body", call(attribute(call(attribute(input("item", "body"), "model_dump")), "update"))],
  ["a job that is launched", call(attribute(call(symbol("django.shortcuts.get_object_or_404"), [symbol("app.models.Project")]), "update"))],
  ["a job that is launched for each", call(attribute({ kind: "element", of: call(attribute(symbol("app.models.Project.objects"), "all")) }, "update"))],
  ["a digest", call(attribute(call(symbol("hashlib.sha256")), "update"))],
  ["a cache", call(attribute(symbol("app.cache"), "delete"), [constant("key")])],
  ["a scratch file", call(symbol("os.remove"), [constant("/scratch")])],
  ["a select in SQL", call(attribute(session, "execute"), [constant("SELECT * FROM deleted_items")])],
  ["a new record", call(attribute(session, "add"), [symbol("item")])],
])("%s does not", (_, each) => {
  expect(isDestructive(event(each))).toBe(false);
});

test("a new record and an attribute of a loaded one are changes; an attribute of a fresh dictionary is none", () => {
  expect(isChange(event(call(attribute(session, "add"), [symbol("item")])))).toBe(true);
  expect(isChange({ ...other, kind: "set-attribute", target: call(attribute(session, "get")), name: "title", value: constant("x") })).toBe(true);
  expect(isChange({ ...other, kind: "set-attribute", target: dict({}), name: "title", value: constant("x") })).toBe(false);
});

test("deleting an entry of a module's store destroys; of a local dictionary it does not", () => {
  expect(isDestructive({ ...other, kind: "delete", target: { kind: "item", of: symbol("app.main.store"), key: input("id") } })).toBe(true);
  expect(isDestructive({ ...other, kind: "delete", target: { kind: "item", of: dict({}), key: constant("password") } })).toBe(false);
});
