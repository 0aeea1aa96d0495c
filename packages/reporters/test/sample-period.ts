import { controlCatalogue, type PeriodReport } from "@muster/contract";

const [a, b] = ["a".repeat(40), "b".repeat(40)];

/** A period with one violation that is waived in part, and a gap; `text` stands wherever a repository's or a person's words do. */
export function samplePeriod(text = "GET /items"): PeriodReport {
  return {
    schema: "muster.period/1",
    tool: { name: "muster", version: "0.1.0" },
    repository: text,
    period: { from: a, to: b, start: "2026-01-01T00:00:00.000Z", end: "2026-01-11T00:00:00.000Z" },
    population: { command: "git log --first-parent", units: [{ commit: a, tree: a, at: "2026-01-01T00:00:00.000Z", clock: "push", scan: "on-time", sequence: 2, scannedAt: "2026-01-01T01:00:00.000Z", status: "complete" }, { commit: b, tree: b, author: "0123456789ab", at: "2026-01-05T00:00:00.000Z", clock: "committer", scan: "missing", status: "complete" }] },
    completeness: { complete: false, deviations: [{ kind: "scan-missing", commit: b, text }], pushes: 1, ledger: { name: text, size: 3, root: "root", published: [{ at: "2026-01-02T00:00:00.000Z", size: 2, to: text }] } },
    controls: controlCatalogue.map(({ id, statement, criteria }) =>
      id === "AUTHN-01"
        ? { control: id, statement, criteria, verdict: "deviations noted", reason: text, hours: { inScope: 480, compliant: 336, failing: 144, undecided: 0, waived: 24 }, operating: 70, operatingWithWaivers: 75, coverage: 100, violations: 1, longestHours: 144 }
        : { control: id, statement, criteria, verdict: id === "RATE-01" ? "insufficient evidence" : "no deviations noted", reason: text, since: b, hours: { inScope: 0, compliant: 0, failing: 0, undecided: 0, waived: 0 }, violations: 0, longestHours: 0 },
    ),
    violations: [{ control: "AUTHN-01", endpoint: text, introduced: b, introducedBy: "0123456789ab", from: "2026-01-05T00:00:00.000Z", hours: 144, waivedHours: 24 }],
    waivers: [{ control: "AUTHN-01", target: text, reason: text, compensating: text, requester: text, approver: text, approvedAt: "2026-01-06T00:00:00.000Z", until: "2026-01-07T00:00:00.000Z", state: "expired", ticket: text, sequence: 4, waivedHours: 24 }],
    triage: [{ finding: "f".repeat(32), verdict: "false-positive", reason: text, requester: text, approver: text, decidedAt: "2026-01-06T00:00:00.000Z", until: "2026-01-12T00:00:00.000Z", state: "expiring", ticket: text, sequence: 5 }],
    changes: [{ at: "2026-01-02T00:00:00.000Z", sequence: 3, text }],
    sample: { seed: "seed", commits: [b], endpoints: [text] },
    limits: ["Not that it ran."],
  };
}
