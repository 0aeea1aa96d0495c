import type { Endpoint } from "@muster/contract";
import { expect, test } from "vitest";
import { compareGolden } from "./compare-golden.ts";
import type { GoldenRow } from "./golden-row.ts";

const span = { path: "main.py", line: 4, column: 1, endLine: 4, endColumn: 9 };
const row = (method: string, path: string, more: Partial<GoldenRow> = {}): GoldenRow => ({ method, path, name: "", hidden: false, secured: true, ...more });
const endpoint = (method: string, path: string, more: Partial<Endpoint> = {}): Endpoint => ({
  id: `${method} ${path}`, application: "a", method, path, handler: { symbol: "main.f", span }, span, posture: "protected",
  proof: [{ span, note: "it raises" }], guards: [], parameters: [], hidden: false, deprecated: false, conditions: [], tags: [], ...more,
});

test("the same endpoints with the same postures agree; HEAD that is implied may be listed or not", () => {
  const golden = [row("GET", "/a"), row("HEAD", "/a", { implied: true }), row("POST", "/a", { secured: false })];
  const listed = [endpoint("GET", "/a"), endpoint("POST", "/a", { posture: "public" })];
  expect(compareGolden(golden, listed)).toEqual([]);
  expect(compareGolden(golden, [...listed, endpoint("HEAD", "/a")])).toEqual([]);
});

test("missing, extra and repeated endpoints differ", () => {
  expect(compareGolden([row("GET", "/a"), row("GET", "/b")], [endpoint("GET", "/b"), endpoint("GET", "/b"), endpoint("GET", "/c")])).toEqual([
    "- GET /a is served, and is not in the inventory",
    "+ GET /b is in the inventory (main.py:4), and is not served",
    "+ GET /c is in the inventory (main.py:4), and is not served",
  ]);
});

test("a posture that is not as measured differs, unknown too; what was not measured may be anything", () => {
  const golden = [row("GET", "/a", { secured: false }), row("GET", "/b"), row("GET", "/c", { secured: null })];
  expect(compareGolden(golden, [endpoint("GET", "/a"), endpoint("GET", "/b", { posture: "unknown", reason: "lost" }), endpoint("GET", "/c", { posture: "public" })])).toEqual([
    "~ GET /a is open, and is called protected: it raises (main.py:4)",
    "~ GET /b is secured, and is called unknown: it raises (main.py:4); lost",
  ]);
});

test("what is served in one environment alone carries its condition", () => {
  const golden = [row("GET", "/debug", { when: { DEBUG: "1" } })];
  expect(compareGolden(golden, [endpoint("GET", "/debug", { conditions: [{ text: "settings.debug", holds: true, span }] })])).toEqual([]);
  expect(compareGolden(golden, [endpoint("GET", "/debug")])).toHaveLength(1);
});
