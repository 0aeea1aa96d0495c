import { expect, test } from "vitest";
import type { Said } from "../engine/run-plugins.ts";
import { compareFindings } from "./compare-findings.ts";
import type { RuleExpectation } from "./expectation.ts";
import { formatMismatches } from "./mismatch.ts";

const said = (line: number, message = "open", rule = "auth/write"): Said => ({
  rule,
  message,
  text: `Line ${line} is open.`,
  severity: "high",
  confidence: "high",
  report: { message, span: { path: "a.py", line, column: 1, endLine: line, endColumn: 2 }, symbol: "", identity: "", proof: [] },
});
const place = (line: number): { path: string; line: number; statedAt: number; rule: string } => ({ path: "a.py", line, statedAt: line, rule: "auth/write" });
const finds = (line: number, count = 1, message?: string): RuleExpectation => ({ ...place(line), kind: "finds", count, ...(message !== undefined && { message }) });
const compare = (expectations: readonly RuleExpectation[], reports: readonly Said[]): string[] => compareFindings(expectations, reports, new Set(["auth/write"])).map(({ line, sign, text }) => `${line}${sign} ${text}`);

test("what is expected and reported agrees", () => {
  expect(compare([finds(1), finds(2, 2), { ...place(3), kind: "ok" }, { ...place(4), kind: "misses", reason: "deep" }], [said(1), said(2), said(2)])).toEqual([]);
});

test("what is reported and not expected is too much", () => {
  expect(compare([], [said(7)])).toEqual(["7+ auth/write[open]: Line 7 is open."]);
});

test("what is expected and not reported is missing", () => {
  expect(compare([finds(1), finds(2, 3)], [said(2)])).toEqual(["1- auth/write was expected here, and is not reported", "2- auth/write was expected here, and is not reported (1 of 3)", "2- auth/write was expected here, and is not reported (1 of 3)"]);
});

test("one report more than counted is too much", () => {
  expect(compare([finds(1)], [said(1), said(1)])).toEqual(["1+ auth/write[open]: Line 1 is open. (1 expected, 2 reported)"]);
});

test("another message than the one named is both missing and too much", () => {
  expect(compare([finds(1, 1, "webhook")], [said(1)])).toEqual(["1- auth/write[webhook] was expected here, and is not reported", "1+ auth/write[open]: Line 1 is open."]);
});

test("an expectation that names its message leaves the other to the one that does not", () => {
  expect(compare([finds(1), finds(1, 1, "webhook")], [said(1, "webhook"), said(1)])).toEqual([]);
});

test("a limit that is gone fails, and so does a line that is marked ok", () => {
  expect(compare([{ ...place(1), kind: "misses", reason: "deep" }, { ...place(2), kind: "ok" }], [said(1), said(2)])).toEqual([
    "1+ auth/write[open]: Line 1 is open. (marked `misses: deep`: the limit is gone, write `finds`)",
    "2+ auth/write[open]: Line 2 is open. (the line is marked `ok`)",
  ]);
});

test("rules that are not under test may say what they like", () => {
  expect(compare([], [said(1, "open", "other/rule")])).toEqual([]);
});

test("the text shows each place once, with its code", () => {
  const fixture = { name: "a", files: [{ path: "a.py", text: "x = 1\n  y = 2\n" }] };
  const text = formatMismatches(fixture, [
    { path: "a.py", line: 2, sign: "+", text: "b" },
    { path: "a.py", line: 1, sign: "-", text: "a" },
    { path: "a.py", line: 2, sign: "-", text: "c" },
  ]);
  expect(text).toBe("a.py:1    x = 1\n  - a\n\na.py:2    y = 2\n  + b\n  - c");
});
