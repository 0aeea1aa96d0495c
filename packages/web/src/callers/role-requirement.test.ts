import type { Condition, HandlerTrace, Term, TraceExit } from "@muster/contract";
import { expect, test } from "vitest";
import { roleRequirement } from "./role-requirement.ts";

const at = (line: number) => ({ path: "app.py", line, column: 1, endLine: line, endColumn: 9 });
const flag = (name: string): Term => ({ kind: "attribute", of: { kind: "principal", guard: "app.user" }, name });
/** A condition at a line; who is on the other side is turned away there and then only where `otherwise` says so. */
const on = (line: number, name: string, holds: boolean): Condition => ({ term: flag(name), holds, span: at(line) });
const way = (kind: "return" | "raise", under: readonly Condition[], status?: number): TraceExit => ({ kind, span: at(90), value: { kind: "const", value: null }, under, after: [], ...(status !== undefined && { status }) });
const kindOf = (...exits: TraceExit[]): string => roleRequirement({ events: [], exits, lost: [], complete: true } satisfies HandlerTrace).kind;

test("one condition, behind which all others end", () => {
  expect(kindOf(way("return", [on(1, "is_admin", true)]), way("raise", [on(1, "is_admin", false)], 403))).toBe("role");
});

test("either of two roles", () => {
  expect(kindOf(way("return", [on(1, "is_admin", true)]), way("return", [on(1, "is_admin", false), on(2, "is_editor", true)]), way("raise", [on(1, "is_admin", false), on(2, "is_editor", false)], 403))).toBe("role");
});

test("a role that only spares one a limit is none", () => {
  expect(kindOf(way("return", [on(1, "is_admin", true)]), way("return", [on(1, "is_admin", false), { ...on(2, "x", true), term: { kind: "unknown", reason: "a counter" } }]), way("raise", [on(1, "is_admin", false), { ...on(2, "x", false), term: { kind: "unknown", reason: "a counter" } }], 429))).toBe("none");
});

test("a success before the role is asked for", () => {
  const early: Condition = { term: { kind: "symbol", name: "settings.BUSY" }, holds: true, span: at(1) };
  const late: Condition = { ...early, holds: false };
  expect(kindOf(way("return", [early]), way("return", [late, on(2, "is_admin", true)]), way("raise", [late, on(2, "is_admin", false)], 403))).toBe("some-ways");
});

test("a redirect for others is no success of theirs", () => {
  expect(kindOf(way("return", [on(1, "is_staff", true)], 200), way("return", [on(1, "is_staff", false)], 302))).toBe("role");
});

test("two answers by role are both successes", () => {
  expect(kindOf(way("return", [on(1, "is_staff", true)], 200), way("return", [on(1, "is_staff", false)], 200))).toBe("none");
});

test("a refusal whose condition the trace does not show whole is unclear, and never none", () => {
  const lost: Condition = { term: { kind: "operation", operator: "not", operands: [{ kind: "attribute", of: { kind: "unknown", reason: "nested too deeply" }, name: "is_admin" }] }, holds: false, span: at(1), otherwise: { kind: "raise", status: 403, span: at(2) } };
  expect(kindOf(way("return", [lost]))).toBe("unclear");
});

test("an error of the request is no refusal of the caller", () => {
  const plan: Condition = { ...on(1, "plan", false), otherwise: { kind: "raise", status: 422, span: at(2) } };
  expect(kindOf(way("return", [plan]), way("raise", [on(1, "plan", true)], 422))).toBe("none");
});

test("turning some away is no role that the others must have", () => {
  expect(kindOf(way("return", [on(1, "is_guest", false)]), way("raise", [on(1, "is_guest", true)], 403))).toBe("none");
});

test("where all are redirected, who was served is not known", () => {
  expect(kindOf(way("return", [{ ...on(1, "is_admin", true), otherwise: { kind: "return", status: 302, span: at(9) } }], 302), way("return", [on(1, "is_admin", false)], 302))).toBe("unclear");
});
