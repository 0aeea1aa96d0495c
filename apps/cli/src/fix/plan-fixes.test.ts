import type { Finding } from "@muster/contract";
import { expect, test } from "vitest";
import { planFixes } from "./plan-fixes.ts";

const finding = (fingerprint: string, ...edits: readonly (readonly [path: string, from: number, to: number, text: string])[]): Finding => {
  const span = { path: "a.py", line: 1, column: 1, endLine: 1, endColumn: 2 };
  const fix = { title: "Mend", edits: edits.map(([path, column, endColumn, text]) => ({ span: { ...span, path, column, endColumn }, text, blob: `of ${path}` })) };
  return { fingerprint, identity: fingerprint, rule: "r", severity: "low", confidence: "low", message: "", span, symbol: "", proof: [], showCode: true, ...(edits.length > 0 && { fix }) };
};
const outline = (...findings: readonly Finding[]): unknown => {
  const { taken, deferred, files } = planFixes(findings);
  return [taken.map((one) => one.fingerprint).join(), deferred.map((one) => one.fingerprint).join(), files.map(({ path, edits }) => `${path} ${edits.map(({ text }) => text).join()}`)];
};

test("findings without a fix are left alone; files come in order", () => {
  expect(outline(finding("1"), finding("2", ["b.py", 1, 2, "x"]), finding("3", ["a.py", 1, 2, "y"]))).toEqual(["2,3", "", ["a.py y", "b.py x"]]);
});

test("an edit that two fixes share is made once", () => {
  expect(outline(finding("1", ["a.py", 1, 1, "import x"], ["a.py", 5, 6, "a"]), finding("2", ["a.py", 1, 1, "import x"], ["a.py", 9, 9, "b"]))).toEqual(["1,2", "", ["a.py import x,a,b"]]);
});

test("a fix that meets another one waits as a whole", () => {
  expect(outline(finding("1", ["a.py", 3, 6, "a"]), finding("2", ["a.py", 5, 9, "b"], ["b.py", 1, 1, "c"]), finding("3", ["a.py", 6, 6, "d"]))).toEqual(["1", "2,3", ["a.py a"]]);
});
