import { expect, test } from "vitest";
import { approvedPublic } from "./approved-public.ts";

const approves = (pattern: { method: string; path: string }, method: string, path: string): boolean => approvedPublic([pattern])({ method, path });

test("method and path must both fit", () => {
  expect(approves({ method: "GET", path: "/health" }, "GET", "/health")).toBe(true);
  expect(approves({ method: "get", path: "/health" }, "GET", "/health")).toBe(true);
  expect(approves({ method: "GET", path: "/health" }, "POST", "/health")).toBe(false);
  expect(approves({ method: "GET", path: "/health" }, "GET", "/health/full")).toBe(false);
  expect(approves({ method: "GET", path: "/health" }, "GET", "/health/")).toBe(false);
  expect(approves({ method: "*", path: "/health" }, "POST", "/health")).toBe(true);
});

test("a star is one segment, two are any number", () => {
  expect(approves({ method: "GET", path: "/auth/*" }, "GET", "/auth/login")).toBe(true);
  expect(approves({ method: "GET", path: "/auth/*" }, "GET", "/auth/login/now")).toBe(false);
  expect(approves({ method: "GET", path: "/auth/**" }, "GET", "/auth/login/now")).toBe(true);
  expect(approves({ method: "GET", path: "/**/docs" }, "GET", "/api/v1/docs")).toBe(true);
  expect(approves({ method: "GET", path: "/**/docs" }, "GET", "/api/v1/docs/x")).toBe(false);
});

test("a parameter's name is free, and a word is no parameter", () => {
  expect(approves({ method: "GET", path: "/items/{id}" }, "GET", "/items/{item_id}")).toBe(true);
  expect(approves({ method: "GET", path: "/items/{id}" }, "GET", "/items/all")).toBe(false);
});

test("an empty list approves nothing", () => {
  expect(approvedPublic([])({ method: "GET", path: "/" })).toBe(false);
});
