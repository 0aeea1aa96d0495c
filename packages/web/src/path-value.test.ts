import { label, labelsOf } from "@muster/python";
import { expect, test } from "vitest";
import { pathNames, pathValue } from "./path-value.ts";

test("parameters of a path are pieces that the caller fills within the route", () => {
  expect(pathValue("/items/{item_id}/notes")).toMatchObject({ kind: "template", parts: [{ value: "/items/" }, { term: { kind: "input", source: "path", name: "item_id" } }, { value: "/notes" }] });
  expect(labelsOf(pathValue("/items/{item_id}"))).toBe(label.input | label.route);
});

test("a path without parameters is a text that nobody chooses", () => {
  expect(pathValue("/items")).toEqual({ kind: "const", value: "/items" });
  expect(labelsOf(pathValue("/items"))).toBe(0);
});

test("names of parameters come in order", () => {
  expect(pathNames("/{tenant}/items/{item_id}")).toEqual(["tenant", "item_id"]);
});

test("a piece of the route that is not known is filled by no caller", () => {
  expect(labelsOf(pathValue("/{?}items")) & label.input).toBe(0);
});
