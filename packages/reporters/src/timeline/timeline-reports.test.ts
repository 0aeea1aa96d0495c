import type { Timeline, TimelineCommit } from "@muster/contract";
import { expect, test } from "vitest";
import { changesOf } from "./changes.ts";
import { renderTimelineCsv, renderTimelineHtml, renderTimelineTerminal } from "./index.ts";

const hostile = `=cmd|'/c calc'!A1"><script>alert(1)</script>\u001b[2J`;
const [a, b] = ["a".repeat(40), "b".repeat(40)];
const commit = (id: string, fails: number): TimelineCommit => ({ commit: id, tree: id, parents: [], committedAt: "2026-01-01T00:00:00.000Z", author: "0123456789ab", status: "complete", endpoints: { protected: 1, public: fails, unknown: 0 }, findings: fails, controls: { "AUTHN-01": { pass: 1, fail: fails, not_applicable: 0, indeterminate: 0, error: 0 } } });
const timeline: Timeline = {
  schema: "muster.history/1",
  tool: { name: "muster", version: "0.1.0" },
  repository: hostile,
  command: "git log",
  commits: [commit(a, 0), commit(b, 1)],
  endpoints: [{ id: "e", application: hostile, method: "GET", path: hostile, handler: hostile, introduced: a, before: true, postures: [], renames: [{ commit: b, from: hostile }] }],
  findings: [{ fingerprint: "f", rule: "x/y", severity: "high", path: hostile, line: 1, message: hostile, endpoint: "e", introduced: b }],
  results: [{ control: "AUTHN-01", status: "fail", endpoint: "e", introduced: b }, { control: "RATE-01", status: "indeterminate", introduced: b }],
  deviations: [{ kind: "clock-back", commit: b, text: hostile }],
  limits: ["Not that it ran."],
};

test("a commit is told with all that it changed, and one that changed nothing is not", () => {
  expect(changesOf(timeline)).toMatchObject([{ commit: b, added: [], renamed: [{ from: hostile }], introduced: [{ rule: "x/y" }], failing: [{ control: "AUTHN-01" }] }]);
});

test("no text of a repository acts on the page, the terminal or a spreadsheet", () => {
  expect(renderTimelineHtml(timeline)).not.toContain("<script");
  expect(renderTimelineHtml(timeline)).toContain("AUTHN-01: fails: 0 at first, 1 at last");
  expect(renderTimelineTerminal(timeline, { colour: false, width: 100, everything: true })).not.toContain("\u001b");
  expect(renderTimelineCsv(timeline)).not.toMatch(/(^|,|")=cmd/m);
});
