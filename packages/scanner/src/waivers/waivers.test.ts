import type { Endpoint, Finding, Waiver } from "@muster/contract";
import { describe, expect, test } from "vitest";
import { applyWaivers } from "./apply-waivers.ts";
import { approvalStates, liveApprovals } from "./approvals.ts";
import { termOf } from "./term.ts";

const span = { path: "a.py", line: 1, column: 1, endLine: 1, endColumn: 2 };
const endpoint: Endpoint = { id: "e1", application: "a", method: "DELETE", path: "/items/{item_id}", handler: { symbol: "f", span, code: "c1" }, span, posture: "public", proof: [], guards: [], parameters: [], hidden: false, deprecated: false, conditions: [], tags: [] };
const finding: Finding = { fingerprint: "f1", identity: "i1", rule: "auth/public-write", severity: "high", confidence: "high", message: "", span, symbol: "", endpoint: "e1", proof: [], showCode: true, code: "c1" };
const waiver: Waiver = { finding: "f1", code: "c1", reason: "Known.", owner: "ann", expires: "2027-01-31" };
const byEndpoint: Waiver = { endpoint: "DELETE /items/{id}", rule: "auth/public-write", code: "c1", reason: "Known.", owner: "ann", expires: "2027-01-31" };
const apply = (one: Waiver, date = "2026-11-26", found: readonly Finding[] = [finding]): readonly unknown[] => {
  const { findings, waived, states } = applyWaivers(found, [endpoint], [one], date);
  return [findings.length, waived.length, states[0]?.status, states[0]?.count];
};

describe.each([
  ["a finding", waiver],
  ["an endpoint", byEndpoint],
])("a waiver of %s", (_name, one) => {
  test("holds for the code that was looked at", () => {
    expect(apply(one)).toEqual([0, 1, "active", 1]);
  });

  test("is revoked by a change of the code, and says what to write once it was looked at", () => {
    expect(apply({ ...one, code: "c0" })).toEqual([1, 0, "revoked", 0]);
    expect(applyWaivers([finding], [endpoint], [{ ...one, code: "c0" }], "2026-11-26").states[0]?.note).toBe('The code under it has changed: once someone has looked at it, write "code": "c1".');
  });

  test("without a code holds for none", () => {
    const { code: _code, ...unbound } = one;
    expect(apply(unbound)).toEqual([1, 0, "revoked", 0]);
  });

  test("holds on its last day, warns two weeks before, and ends", () => {
    expect(apply(one, "2027-01-16")).toEqual([0, 1, "active", 1]);
    expect(apply(one, "2027-01-17")).toEqual([0, 1, "expiring", 1]);
    expect(apply(one, "2027-01-31")).toEqual([0, 1, "expiring", 1]);
    expect(apply(one, "2027-02-01")).toEqual([1, 0, "expired", 0]);
  });

  test("of what is no longer found is unused", () => {
    expect(apply(one, "2026-11-26", [])).toEqual([0, 0, "unused", 0]);
  });
});

test("a waiver of an endpoint covers its rule alone, and its endpoint alone", () => {
  expect(apply({ ...byEndpoint, rule: "bola/unowned-mutation" })).toEqual([1, 0, "unused", 0]);
  expect(apply({ ...byEndpoint, endpoint: "DELETE /items/all" })).toEqual([1, 0, "unused", 0]);
  expect(apply({ ...byEndpoint, endpoint: "GET /items/{id}" })).toEqual([1, 0, "unused", 0]);
});

test("a secret's waiver needs no code: its fingerprint holds the secret", () => {
  const { code: _code, ...secret } = finding;
  const { code: _other, ...unbound } = waiver;
  expect(apply(unbound, "2026-11-26", [{ ...secret, showCode: false }])).toEqual([0, 1, "active", 1]);
});

test("an approval whose term is over does not hold, and says so", () => {
  const approvals = [{ method: "*", path: "/items/*", reason: "Open.", expires: "2026-11-25" }, { method: "GET", path: "/health", reason: "Probe." }, { method: "DELETE", path: "/**", reason: "Open.", code: "c0" }];
  expect(liveApprovals(approvals, "2026-11-26")).toEqual(approvals.slice(1));
  expect(approvalStates(approvals, [endpoint], "2026-11-26").map(({ status, count }) => [status, count])).toEqual([["expired", 0], ["unused", 0], ["revoked", 0]]);
});

test("an approval of several handlers says which contents to write", () => {
  const other: Endpoint = { ...endpoint, id: "e2", path: "/items/all", handler: { ...endpoint.handler, code: "c2" } };
  const note = (code: readonly string[]): string | undefined => approvalStates([{ method: "*", path: "/items/*", reason: "Open.", code }], [endpoint, other], "2026-11-26")[0]?.note;
  expect(note([])).toBe('It names no code, so it holds for none: once someone has looked at it, write "code": ["c1", "c2"].');
  expect(note(["c1"])).toBe('The handler of DELETE /items/all is another one: once someone has looked at it, write "code": ["c1", "c2"].');
  expect(note(["c1", "c2"])).toBe("");
});

test("days are counted as days, over a change of clocks and years", () => {
  expect(termOf("2027-04-01", "2027-03-20").note).toBe("It ends in 12 days, on 2027-04-01.");
  expect(termOf("2027-01-01", "2026-12-31").note).toBe("It ends in 1 day, on 2027-01-01.");
  expect(termOf("2027-01-01", "2027-01-01").note).toBe("It ends today.");
});
