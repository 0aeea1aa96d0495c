import { expect, test } from "vitest";
import type { Row } from "./application.ts";
import { differences } from "./differences.ts";
import { withVariants } from "./variants.ts";

const row = (path: string, more: Partial<Row> = {}): Row => ({ method: "GET", path, name: "read", hidden: false, secured: true, ...more });

test("versions that serve the same do not differ, whatever the order and the notes", () => {
  expect(differences([row("/a"), row("/b", { note: "one" })], [row("/b", { note: "another" }), row("/a")])).toEqual([]);
});

test("a row of one version only, and one that is secured in one only, differ", () => {
  expect(differences([row("/a"), row("/b")], [row("/b", { secured: false }), row("/c")])).toEqual([
    "only the current one serves GET /a",
    'GET /b: {"name":"read","hidden":false,"secured":true,"implied":false} now, {"name":"read","hidden":false,"secured":false,"implied":false} before',
    "only the older one serves GET /c",
  ]);
});

test("the same path on two hosts is two rows", () => {
  expect(differences([row("/a"), row("/a", { host: "b.example.com" })], [row("/a")])).toEqual(["only the current one serves GET /a"]);
});

test("what only a variant serves is marked with it, in its place", () => {
  const describe = (variables: Readonly<Record<string, string>>): Row[] => (variables["DEBUG"] === "1" ? [row("/a"), row("/b"), row("/c")] : [row("/a"), row("/c")]);
  expect(withVariants(describe, [{ DEBUG: "1" }])).toEqual([row("/a"), row("/b", { when: { DEBUG: "1" } }), row("/c")]);
});

test("what a variant opens is neither secured nor open", () => {
  const describe = (variables: Readonly<Record<string, string>>): Row[] => [row("/a", { secured: variables["AUTH"] !== "off" }), row("/b")];
  expect(withVariants(describe, [{ AUTH: "off" }])).toEqual([row("/a", { secured: null, note: 'depends on the environment: {"AUTH":"off"} changes it' }), row("/b")]);
});
