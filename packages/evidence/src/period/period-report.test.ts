import type { LineCommit, PeriodControl, PeriodReport, ScanResult } from "@muster/contract";
import { expect, test } from "vitest";
import { commitState } from "../history/commit-state.ts";
import { TimelineBuilder } from "../history/timeline.ts";
import type { RecordedScan } from "../envelope/read-scan-run.ts";
import type { RecordedRefUpdate } from "../records/ref-update.ts";
import type { RecordedTriage } from "../records/triage-record.ts";
import type { RecordedWaiver } from "../records/waiver-record.ts";
import { periodReport, type PeriodInput } from "./period-report.ts";
import type { LedgerFacts } from "./population.ts";

const ids = ["a", "b", "c", "d"].map((letter) => letter.repeat(40));
/** Noon of a day of January 2026. */
const noon = (day: number): string => `2026-01-${String(day).padStart(2, "0")}T12:00:00.000Z`;
const line = ids.map((commit, place): LineCommit => ({ commit, tree: commit, parents: place === 0 ? [] : [ids[place - 1] ?? ""], committedAt: noon(place + 1), author: `author-${place}` }));

type Status = "pass" | "fail" | "indeterminate";

/** What a scan of one endpoint comes to. */
function state(status: Status, { partial = false, controls = ["AUTHN-01"] }: { readonly partial?: boolean; readonly controls?: readonly string[] } = {}): ReturnType<typeof commitState> {
  const span = { path: "app.py", line: 1, column: 1, endLine: 1, endColumn: 2 };
  const result: Pick<ScanResult, "status" | "applications" | "endpoints" | "findings" | "controls" | "results"> = {
    status: partial ? "partial" : "complete",
    applications: [{ id: "app", framework: "fastapi", name: "app:app", folder: "", span }],
    endpoints: [{ id: "e", application: "app", method: "GET", path: "/items/{id}", handler: { symbol: "app.items", span }, span, posture: "public", proof: [], guards: [], parameters: [], hidden: false, deprecated: false, conditions: [], tags: [] }],
    findings: [],
    controls: controls.map((id) => ({ id, statement: "", scope: "endpoint", owasp: [], cwe: [], criteria: [] })),
    results: controls.map((control) => ({ control, endpoint: "e", status, reason: "", proof: [] })),
  };
  return commitState(result as ScanResult);
}

function timeline(states: readonly ReturnType<typeof commitState>[]) {
  const builder = new TimelineBuilder();
  for (const [place, one] of states.entries()) {
    const commit = line[place];
    if (commit !== undefined) builder.add(commit, one);
  }
  return builder.finish({ tool: { name: "muster", version: "0.1.0" }, repository: "shop", command: "git log", deviations: [] });
}

const scanOf = (place: number, change: Partial<RecordedScan> = {}): RecordedScan => ({ sequence: place + 1, recordedAt: noon(place + 1), repository: "shop", commit: ids[place] ?? "", tree: ids[place] ?? "", resultSha256: "", muster: "0.1.0", plugins: [], startedAt: noon(place + 1), endedAt: noon(place + 1), status: "complete", canary: "caught", mode: "post-merge", ...change });
const pushOf = (place: number, change: Partial<RecordedRefUpdate> = {}): RecordedRefUpdate => ({ repository: "shop", ref: "refs/heads/main", before: ids[place - 1] ?? "0".repeat(40), after: ids[place] ?? "", at: noon(place + 1), kind: "fast-forward", source: "webhook", sequence: 10 + place, recordedAt: noon(place + 1), ...change });

/** A ledger in which nothing is missing: four states on four days, and a last record on the fifth. */
const whole: LedgerFacts = { name: "ledger.example/shop", size: 9, root: "", scans: ids.map((_, place) => scanOf(place)), pushes: ids.map((_, place) => pushOf(place)), days: new Set([1, 2, 3, 4, 5].map((day) => noon(day).slice(0, 10))), lastAt: noon(5) };
const report = (statuses: readonly Status[], change: Partial<PeriodInput> = {}): PeriodReport => periodReport({ timeline: timeline(statuses.map((status) => state(status))), ledger: whole, waivers: [], ...change });
const authn = ({ controls }: PeriodReport): PeriodControl | undefined => controls.find(({ control }) => control === "AUTHN-01");
const kinds = ({ completeness }: PeriodReport): string[] => completeness.deviations.map(({ kind }) => kind);

test("where it failed nowhere and nothing is missing, no deviations are noted", () => {
  const clean = report(["pass", "pass", "pass", "pass"]);
  expect(clean.completeness).toMatchObject({ complete: true, deviations: [] });
  expect(authn(clean)).toMatchObject({ verdict: "no deviations noted", operating: 100, coverage: 100, violations: 0 });
  expect(clean.controls.find(({ control }) => control === "CHG-01")).toMatchObject({ verdict: "no deviations noted" });
});

test("a violation lasts from the push that brought it to the push that mended it, and not longer", () => {
  const failed = report(["pass", "fail", "pass", "pass"]);
  expect(failed.violations).toEqual([{ control: "AUTHN-01", endpoint: "GET /items/{id}", introduced: ids[1], introducedBy: "author-1", mended: ids[2], mendedBy: "author-2", from: noon(2), until: noon(3), hours: 24, waivedHours: 0 }]);
  // One day of the four, the last of which ends with the ledger's last record.
  expect(authn(failed)).toMatchObject({ verdict: "deviations noted", operating: 75, violations: 1, longestHours: 24, hours: { inScope: 96, compliant: 72, failing: 24 } });
});

test("one that is open at the end is told as open, and one from before as from before", () => {
  const [open] = report(["pass", "pass", "pass", "fail"]).violations;
  expect(open).toMatchObject({ introduced: ids[3], hours: 24 });
  expect(open).not.toHaveProperty("until");
  const before = report(["fail", "pass", "pass", "pass"]).violations[0];
  expect(before).toMatchObject({ before: true, mended: ids[1] });
  expect(before).not.toHaveProperty("introducedBy");
  expect(authn(report(["fail", "fail", "fail", "fail"]))).toMatchObject({ verdict: "did not operate", operating: 0 });
});

test("waived hours are those in which a waiver of this very endpoint holds, and they change no result", () => {
  const waiver: RecordedWaiver = { id: "w", control: "AUTHN-01", endpoint: "GET /items/{item}", reason: "r", compensating: "c", requester: "a", approver: "b", expires: "2026-01-02", approvedAt: "2026-01-02T18:00:00.000Z", sequence: 9 };
  const waived = report(["pass", "fail", "pass", "pass"], { waivers: [waiver] });
  expect(waived.violations[0]).toMatchObject({ hours: 24, waivedHours: 6 });
  expect(authn(waived)).toMatchObject({ operating: 75, operatingWithWaivers: 81.25, verdict: "deviations noted" });
  expect(waived.waivers).toMatchObject([{ state: "expired", until: "2026-01-03T00:00:00.000Z" }]);
  expect(report(["pass", "fail", "pass", "pass"], { waivers: [{ ...waiver, endpoint: "GET /items" }] }).violations[0]?.waivedHours).toBe(0);
  expect(report(["pass", "fail", "pass", "pass"], { waivers: [{ ...waiver, control: "RATE-01" }] }).violations[0]?.waivedHours).toBe(0);
  // Two waivers of the same hours waive them once.
  expect(report(["pass", "fail", "pass", "pass"], { waivers: [waiver, { ...waiver, id: "v" }] }).violations[0]?.waivedHours).toBe(6);
});

test.each<readonly [string, Partial<LedgerFacts>, string]>([
  ["a push that does not begin where the one before it ended", { pushes: [pushOf(0), pushOf(1), pushOf(3)] }, "push-gap"],
  ["a push by force", { pushes: [pushOf(0), pushOf(1, { kind: "force" }), pushOf(2), pushOf(3)] }, "force-push"],
  ["a branch that was deleted", { pushes: [...whole.pushes, pushOf(3, { before: ids[3] ?? "", after: "0".repeat(40), kind: "delete" })] }, "branch-deleted"],
  ["a push that is older than the one before it", { pushes: [pushOf(0), pushOf(1), pushOf(2, { at: noon(1) }), pushOf(3)] }, "clock-skew"],
  ["a push from after its record", { pushes: [pushOf(0), pushOf(1, { recordedAt: noon(1) }), pushOf(2), pushOf(3)] }, "clock-skew"],
  ["a branch that a heartbeat saw elsewhere than its last push left it", { heads: [{ sequence: 12, at: noon(3), commit: "f".repeat(40) }] }, "push-gap"],
  ["no push at all", { pushes: [] }, "no-pushes"],
  ["a commit without a scan", { scans: whole.scans.slice(1) }, "scan-missing"],
  ["a scan two days late", { scans: [...whole.scans.slice(0, 3), scanOf(3, { recordedAt: noon(6) })], lastAt: noon(6), days: new Set([...whole.days, "2026-01-06"]) }, "scan-late"],
  ["a backfill, however soon", { scans: [scanOf(0, { mode: "backfill" }), ...whole.scans.slice(1)] }, "scan-late"],
  ["a scan of another tree", { scans: [scanOf(0, { tree: "f".repeat(40) }), ...whole.scans.slice(1)] }, "tree-mismatch"],
  ["a scan whose plugins did not find what is known to be bad", { scans: [scanOf(0, { canary: "missed" }), ...whole.scans.slice(1)] }, "canary-missed"],
  ["a day without a record", { days: new Set([1, 2, 4, 5].map((day) => noon(day).slice(0, 10))) }, "silent-days"],
])("%s is a deviation, and nothing is said to be without any", (_what, change, kind) => {
  const gap = report(["pass", "pass", "pass", "pass"], { ledger: { ...whole, ...change } });
  expect(kinds(gap)).toContain(kind);
  expect(gap.completeness.complete).toBe(false);
  expect(authn(gap)).toMatchObject({ verdict: "insufficient evidence" });
});

test("a heartbeat that sees the branch where its last push left it is no gap", () => {
  const kept = report(["pass", "pass", "pass", "pass"], { ledger: { ...whole, heads: [{ sequence: 12, at: noon(3), commit: ids[1] ?? "" }] } });
  expect(kept.completeness.complete).toBe(true);
});

test("decisions on findings are told with how they stand at the end, and change no result", () => {
  const decision: RecordedTriage = { finding: "3f".repeat(16), verdict: "false-positive", reason: "r", requester: "a", approver: "b", expires: "2026-01-10", decidedAt: noon(2), sequence: 9 };
  const { triage, controls } = report(["pass", "fail", "pass", "pass"], { triage: [decision, { ...decision, sequence: 10, expires: "2026-01-03" }, { ...decision, sequence: 11, supersededAt: noon(3) }, { ...decision, sequence: 12, expires: "2026-06-01" }, { ...decision, sequence: 13, decidedAt: noon(9) }] });
  expect(triage.map(({ sequence, state }) => [sequence, state])).toEqual([[9, "expiring"], [10, "expired"], [11, "superseded"], [12, "active"]]);
  expect(controls).toEqual(report(["pass", "fail", "pass", "pass"]).controls);
});

test("without a ledger nothing is proved complete", () => {
  const bare = report(["pass", "pass", "pass", "pass"], { ledger: undefined });
  expect(kinds(bare)).toEqual(["no-ledger"]);
  expect(new Set(bare.population.units.map(({ scan }) => scan))).toEqual(new Set(["unrecorded"]));
  expect(bare.controls.map(({ verdict }) => verdict)).not.toContain("no deviations noted");
});

test("what was not decided, or not analysed in full, lowers coverage and is no pass", () => {
  expect(authn(report(["pass", "indeterminate", "pass", "pass"]))).toMatchObject({ verdict: "insufficient evidence", coverage: 75, operating: 75 });
  const partial = periodReport({ timeline: timeline([state("pass"), state("pass", { partial: true }), state("pass"), state("pass")]), ledger: whole, waivers: [] });
  expect(authn(partial)).toMatchObject({ verdict: "insufficient evidence", coverage: 75 });
});

test("a state in which most endpoints are gone at once, or all, proves nothing and is told", () => {
  const many = (count: number): ReturnType<typeof state> => {
    const one = state("pass");
    const [endpoint] = one.endpoints;
    const [letters = "", repository = ""] = one.results;
    return { ...one, endpoints: Array.from({ length: count }, (_, place) => ({ ...endpoint, id: `e${place}`, path: `/items/${place}` }) as (typeof one.endpoints)[number]), results: [...Array.from({ length: count }, () => letters), repository] };
  };
  const of = (...counts: readonly number[]): PeriodReport => periodReport({ timeline: timeline(counts.map(many)), ledger: whole, waivers: [] });
  expect(kinds(of(10, 9, 5, 5))).toEqual([]);
  expect(of(10, 10, 4, 4).completeness.deviations).toMatchObject([{ kind: "inventory-drop", commit: ids[2], text: expect.stringContaining("4 endpoints, and the state before it had 10") }]);
  expect(authn(of(10, 10, 4, 4))?.hours.undecided).toBe(4 * 24);
  expect(kinds(of(2, 0, 2, 2))).toEqual(["inventory-drop"]);
  expect(of(0, 2, 2, 2).completeness.deviations).toMatchObject([{ kind: "inventory-drop", commit: ids[0] }]);
  // Of few endpoints half may well be removed.
  expect(kinds(of(4, 1, 1, 1))).toEqual([]);
});

test("a control that is judged from the middle of the period on says since when", () => {
  const added = periodReport({ timeline: timeline([state("pass", { controls: [] }), state("pass", { controls: [] }), state("pass"), state("pass")]), ledger: whole, waivers: [] });
  expect(authn(added)).toMatchObject({ since: ids[2], hours: { inScope: 48 } });
});

test("a change of Muster, a plugin or the configuration is told", () => {
  const scans = [scanOf(0), scanOf(1, { muster: "0.2.0" }), scanOf(2, { muster: "0.2.0", plugins: [{ name: "auth", version: "2" }] }), scanOf(3, { muster: "0.2.0", plugins: [{ name: "auth", version: "2" }], configurationSha256: "ab" })];
  expect(report(["pass", "pass", "pass", "pass"], { ledger: { ...whole, scans } }).changes.map(({ text }) => text)).toEqual(["Muster: 0.1.0 → 0.2.0", "plugin auth: not there → 2", "configuration: none → ab"]);
});

test("the sample is drawn by its seed alone", () => {
  const draw = (seed?: string): PeriodReport["sample"] => report(["pass", "pass", "pass", "pass"], seed === undefined ? {} : { seed }).sample;
  expect(draw()).toEqual(draw());
  expect(draw("a").commits).toEqual(draw("a").commits);
  expect(new Set(draw("a").commits)).toEqual(new Set(ids));
  expect(["b", "c", "d", "e", "f"].some((seed) => draw(seed).commits.join() !== draw("a").commits.join())).toBe(true);
});
