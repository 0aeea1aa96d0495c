import type { MountCondition } from "@muster/contract";
import { expect, test } from "vitest";
import { covers, takenBy, type PathSegment } from "./route-order.ts";

/** `/items/:integer/*rest` as segments. */
const segments = (path: string): PathSegment[] =>
  path
    .slice(1)
    .split("/")
    .map((one) => (one.startsWith(":") ? ({ takes: one.slice(1) } as PathSegment) : one.startsWith("~") ? { pattern: one } : { literal: one }));

test.each([
  ["/items/:text", "/items/me"],
  ["/items/:text", "/items/:integer"],
  ["/items/:integer", "/items/7"],
  ["/:text/:text", "/items/me"],
  ["/files/:rest", "/files/a/b"],
  ["/:rest", "/items/:text/"],
  ["/items/", "/items/"],
  ["/:slug", "/a-b_1"],
  ["/~[0-9]+", "/~[0-9]+"],
])("%s takes all that %s would match", (first, second) => {
  expect(covers(segments(first), segments(second))).toBe(true);
});

test.each([
  ["/items/me", "/items/:text"],
  ["/items/:integer", "/items/me"],
  ["/items/:integer", "/items/:text"],
  ["/items/:text", "/items/"],
  ["/items/:text", "/items/a/b"],
  ["/items/", "/items"],
  ["/files/:rest", "/files"],
  ["/:uuid", "/:slug"],
  ["/~[0-9]+", "/7"],
  ["/:text", "/~.+"],
])("%s leaves requests to %s", (first, second) => {
  expect(covers(segments(first), segments(second))).toBe(false);
});

const route = (method: string | undefined, path: string, conditions: readonly MountCondition[] = []) => ({ method, segments: segments(path), conditions });

test("the first that takes all is named, of the same method or of any", () => {
  expect(takenBy([route("GET", "/:text"), route("POST", "/:text"), route("POST", "/me"), route(undefined, "/a/:rest"), route("GET", "/a/b")])).toEqual([undefined, undefined, 1, undefined, 3]);
});

const held: MountCondition = { text: "FEATURE", holds: true, span: { path: "main.py", line: 3, column: 4, endLine: 3, endColumn: 11 } };

test("a route takes those of others that are there under its own conditions", () => {
  expect(takenBy([route("GET", "/:text", [held]), route("GET", "/me", [held]), route("GET", "/you", [{ ...held, holds: false }])])).toEqual([undefined, 0, undefined]);
});

test("a route that may not be there, or whose pattern is not known, takes nothing for certain", () => {
  expect(takenBy([route("GET", "/:text", [held]), { ...route("GET", "/:text"), conditions: undefined }, { method: "GET", segments: undefined, conditions: [] }, route("GET", "/me")])).toEqual([undefined, undefined, undefined, undefined]);
});
