import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { endpoint, finding, sampleFiles, sampleResult, secretFinding } from "../../test/sample-result.ts";
import { compareResults } from "./compare-results.ts";
import { renderDiffMarkdown } from "./diff-markdown.ts";
import { renderDiff } from "./diff-terminal.ts";

const options = { colour: false, width: 100, source: (path: string) => sampleFiles.get(path), everything: false, failOn: "medium" } as const;
const before = { ...sampleResult, target: { name: "shop", commit: "fedcba9876543210fedcba9876543210fedcba98" }, endpoints: sampleResult.endpoints.slice(0, 2).map((one) => ({ ...one, posture: "protected" as const })), findings: [finding({ fingerprint: "f0", rule: "x/y", message: "Gone.", symbol: "old" })] };

test("the terminal report of a change reads as kept", () => {
  expect(renderDiff(compareResults(before, sampleResult), sampleResult, options)).toMatchSnapshot();
});

test("the comment on a change reads as kept", () => {
  expect(renderDiffMarkdown(compareResults(before, sampleResult), options)).toMatchSnapshot();
});

test("colours say nothing more", () => {
  const diff = compareResults(before, sampleResult);
  const coloured = renderDiff(diff, sampleResult, { ...options, colour: true });
  expect(coloured).toContain("\u001b[");
  expect(stripVTControlCharacters(coloured)).toBe(renderDiff(diff, sampleResult, options));
});

test("the line of a known secret stays withheld where a new finding stands beside it", () => {
  const neighbour = finding({ fingerprint: "n", symbol: "new", span: { path: "app/settings.py", line: 3, column: 1, endLine: 3, endColumn: 6 } });
  const after = { ...sampleResult, findings: [secretFinding, neighbour] };
  const text = renderDiff(compareResults({ ...sampleResult, findings: [secretFinding] }, after), after, options);
  expect(text).toContain("DEBUG = False");
  expect(text).not.toContain("MUST_NEVER_SHOW");
});

test("hostile names steer neither the terminal nor the comment, and a comment keeps its size", () => {
  const path = "/\u001b[2J@all<img>|`x`";
  const after = { ...sampleResult, endpoints: Array.from({ length: 500 }, (_, index) => endpoint({ id: `h${index}`, method: "GET", path: `${path}${index}` })), findings: Array.from({ length: 900 }, (_, index) => finding({ fingerprint: `h${index}`, message: `${path} `.repeat(100), symbol: `s${index}` })) };
  const diff = compareResults(before, after);
  expect(renderDiff(diff, after, options)).not.toContain("\u001b");
  const comment = renderDiffMarkdown(diff, options);
  expect(comment.length).toBeLessThan(65_000);
  // Inside a code span it is text.
  expect(comment.replaceAll(/``[^\n]*?``/gu, "").includes("<img>")).toBe(false);
  expect(comment).toContain("more");
});
