import { expect, test } from "vitest";
import type { CallTerm } from "@muster/contract";
import { attribute, call, constant, input, instance, session, symbol, trace } from "../test/model.ts";
import { changedBy } from "./changed-class.ts";

const Item = symbol("app.models.Item");
const objects = attribute(Item, "objects");
const loaded = call(attribute(session, "get"), [Item, input("item_id")]);

test.each<[string, CallTerm, readonly string[], boolean, readonly string[] | undefined]>([
  ["session.delete of a loaded object", call(attribute(session, "delete"), [loaded]), ["delete"], false, ["app.models.Item"]],
  ["delete of a queryset", call(attribute(call(attribute(objects, "filter"), [], { pk: input("item_id") }), "delete")), ["delete"], false, ["app.models.Item"]],
  ["update of a queryset", call(attribute(call(attribute(objects, "filter")), "update"), [], { title: constant("x") }), ["update"], true, ["app.models.Item"]],
  ["delete of a query", call(attribute(call(attribute(session, "query"), [Item]), "delete")), ["delete"], true, ["app.models.Item"]],
  ["a statement", call(symbol("sqlalchemy.delete"), [Item]), ["delete"], true, ["app.models.Item"]],
  ["save of a loaded object", call(attribute(call(symbol("django.shortcuts.get_object_or_404"), [Item]), "save")), ["update"], false, ["app.models.Item"]],
  ["add of a new object", call(attribute(session, "add"), [instance("app.models.Item")]), ["create"], false, ["app.models.Item"]],
  ["what belongs to an object", call(attribute(attribute(loaded, "tags"), "clear")), ["update"], false, undefined],
])("%s", (_, each, operations, isBulk, classes) => {
  const [event] = trace([each]).events;
  expect(event && changedBy(event)).toEqual({ operations, isBulk, classes });
});
