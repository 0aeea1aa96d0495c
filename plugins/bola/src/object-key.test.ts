import { expect, test } from "vitest";
import { isObjectKey } from "./object-key.ts";
import * as t from "./test-support/terms.ts";

test("every path parameter is an id, whatever its name", () => {
  expect(isObjectKey(t.path("version"))).toBe(true);
  expect(isObjectKey(t.item(t.at(t.request, "path_params"), t.value("anything")))).toBe(true);
});

test("query and body values are ids by their names", () => {
  expect(isObjectKey(t.query("item_id"))).toBe(true);
  expect(isObjectKey(t.query("itemIds"))).toBe(true);
  expect(isObjectKey(t.query("limit"))).toBe(false);
  expect(isObjectKey(t.at(t.body(), "ids"))).toBe(true);
  expect(isObjectKey(t.at(t.body(), "title"))).toBe(false);
  expect(isObjectKey(t.body())).toBe(false);
});

test("what a body holds further in, and a request's JSON, count as its values", () => {
  expect(isObjectKey(t.at(t.element(t.at(t.body(), "items")), "id"))).toBe(true);
  expect(isObjectKey(t.item(t.send(t.request, "json"), t.value("item_id")))).toBe(true);
  expect(isObjectKey(t.send(t.send(t.body(), "model_dump"), "get", t.value("pk")))).toBe(true);
});

test("the caller's id on the request is chosen by no caller", () => {
  expect(isObjectKey(t.at(t.request, "user", "id"))).toBe(false);
  expect(isObjectKey(t.at(t.request, "state", "user_id"))).toBe(false);
  expect(isObjectKey(t.item(t.at(t.request, "session"), t.value("user_id")))).toBe(false);
});
