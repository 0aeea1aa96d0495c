import type { Finding, Guard, ScanResult } from "@muster/contract";
import { expect, test } from "vitest";
import { endpoint, finding, sampleResult, span } from "../../test/sample-result.ts";
import { compareResults } from "./compare-results.ts";

const handler = (symbol: string, code?: string): { readonly symbol: string; readonly span: Finding["span"]; readonly code?: string } => ({ symbol, span: span("a.py", 1), ...(code !== undefined && { code }) });
const of = (endpoints: ScanResult["endpoints"], findings: readonly Finding[] = []): ScanResult => ({ ...sampleResult, endpoints, findings });
const name = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`;

test("endpoints are added, removed, and changed in posture", () => {
  const before = of([endpoint({ method: "GET", path: "/a", handler: handler("m.a") }), endpoint({ method: "GET", path: "/b", posture: "protected", handler: handler("m.b") })]);
  const after = of([endpoint({ method: "GET", path: "/b", posture: "public", handler: handler("m.b") }), endpoint({ method: "GET", path: "/c", handler: handler("m.c") })]);
  const { endpoints } = compareResults(before, after);
  expect([endpoints.added.map(name), endpoints.removed.map(name), endpoints.renamed, endpoints.unchanged]).toEqual([["GET /c"], ["GET /a"], [], 0]);
  expect(endpoints.changed.map(({ before: old, after: now }) => [name(now), old.posture, now.posture])).toEqual([["GET /b", "protected", "public"]]);
});

test("a role that is no longer asked for is a change, another order of guards is none", () => {
  const guard: Guard = { name: "user", via: "dependency", layer: "route", span: span("a.py", 1), verdict: "rejects", requires: [{ kind: "authenticated" }], credentials: [], proof: [] };
  const admin: Guard = { ...guard, name: "admin", requires: [{ kind: "role", values: ["admin"] }] };
  const one = (guards: readonly Guard[]): ScanResult => of([endpoint({ method: "GET", path: "/a", posture: "protected", guards })]);
  expect(compareResults(one([guard, admin]), one([guard])).endpoints.changed).toHaveLength(1);
  expect(compareResults(one([guard, admin]), one([admin, guard])).endpoints).toMatchObject({ changed: [], unchanged: 1 });
});

test.each([
  ["path", endpoint({ method: "GET", path: "/v2/a", handler: handler("m.a") })],
  ["method", endpoint({ method: "POST", path: "/a", handler: handler("m.a") })],
  ["module, with its code and path", endpoint({ method: "GET", path: "/b", handler: handler("n.a", "c1") })],
])("an endpoint of another %s is a rename, and its findings are the same ones", (_what, renamed) => {
  const old = endpoint({ method: "GET", path: "/a", handler: handler("m.a", "c1") });
  const found = (one: typeof old, fingerprint: string): Finding => finding({ fingerprint, endpoint: one.id, symbol: "s", code: "c1" });
  const diff = compareResults(of([old], [found(old, "1")]), of([renamed], [found(renamed, "2")]));
  expect(diff.endpoints.renamed.map(({ before, after }) => [before.id, after.id])).toEqual([[old.id, renamed.id]]);
  expect(diff.endpoints).toMatchObject({ added: [], removed: [], changed: [] });
  expect(diff.findings).toMatchObject({ new: [], fixed: [], unchanged: 1 });
});

test("a handler of several endpoints is no sign of which of them was renamed", () => {
  const two = (prefix: string): ScanResult => of([endpoint({ method: "GET", path: `${prefix}/a`, handler: handler("m.a", "c") }), endpoint({ method: "GET", path: `${prefix}/b`, handler: handler("m.a", "c") })]);
  expect(compareResults(two("/v1"), two("/v2")).endpoints).toMatchObject({ renamed: [], added: [{ path: "/v2/a" }, { path: "/v2/b" }], removed: [{ path: "/v1/a" }, { path: "/v1/b" }] });
});

test("findings are new, fixed or unchanged; repeats are counted", () => {
  const repeat = (fingerprint: string): Finding => finding({ fingerprint, endpoint: "e", code: "c" });
  const { findings } = compareResults(of([], [finding({ fingerprint: "1" }), finding({ fingerprint: "2", rule: "x", symbol: "gone" }), repeat("3")]), of([], [finding({ fingerprint: "1" }), repeat("4"), repeat("5")]));
  expect([findings.new.length, findings.fixed.map(({ fingerprint }) => fingerprint), findings.unchanged]).toEqual([1, ["2"], 2]);
});

test("a finding whose waiver no longer holds is new", () => {
  const waived = { ...of([]), waived: [{ ...finding(), waiver: { reason: "r", owner: "o", expires: "2027-01-01" } }] };
  expect(compareResults(waived, of([], [finding()])).findings.new).toHaveLength(1);
  expect(compareResults(of([], [finding()]), waived).findings.fixed).toHaveLength(1);
});

test("what keeps two scans from being compared is told", () => {
  const other: ScanResult = { ...of([]), status: "partial", rules: sampleResult.rules.slice(1), tool: { name: "muster", version: "0.0.9" } };
  expect(compareResults(other, of([])).notes).toEqual([expect.stringContaining("The earlier scan is not complete"), "The scans are of Muster 0.0.9 and 0.1.0.", "Only the later scan looked for auth/public-write."]);
  expect(compareResults(of([]), of([])).notes).toEqual([]);
});
