import type { Finding, ScanResult } from "@muster/contract";
import type { Log, Notification } from "sarif";
import { severityRank } from "../severity.ts";
import { needsWork, waiversByNeed, waiverText } from "../waiver-lines.ts";
import { sarifLimits } from "./sarif-limits.ts";
import { sarifText } from "./sarif-location.ts";
import { sarifResult } from "./sarif-result.ts";
import { sarifRule } from "./sarif-rule.ts";

export interface SarifOptions {
  /** Tells several analyses of one commit apart (`automationDetails.id`). Default `muster`. */
  readonly category?: string;
  /** Fingerprints of the findings that are new since an earlier scan: each result then says whether it is. */
  readonly fresh?: ReadonlySet<string>;
}

/**
 * SARIF 2.1.0 as GitHub code scanning takes it: failures alone, one location each, relative URIs. Source text is never
 * part of it. Past the most results that an upload may hold the least severe are left out, which a notification says.
 * Ends with a line break.
 */
export function renderSarif(result: ScanResult, options: SarifOptions = {}): string {
  const kept = keepWorst(result.findings);
  const ruleIndexes = new Map(result.rules.map((rule, index) => [rule.id, index]));
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Muster", version: result.tool.version, semanticVersion: result.tool.version, fullDescription: { text: result.limits.join(" ") }, rules: result.rules.map((rule) => sarifRule(rule, result.controls)) } },
        automationDetails: { id: `${options.category ?? "muster"}/` },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the scanned tree." } } },
        invocations: [{ executionSuccessful: result.status === "complete", toolExecutionNotifications: [...coverageNotes(result), ...limitNote(result.findings.length - kept.length)] }],
        results: kept.map((finding) => sarifResult(finding, ruleIndexes.get(finding.rule) ?? -1, options.fresh)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 1)}\n`;
}

/** In their own order, which is by place. */
function keepWorst(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= sarifLimits.results) return findings;
  const worst = findings.map((finding, index) => ({ finding, index })).toSorted((a, b) => severityRank(a.finding.severity) - severityRank(b.finding.severity) || a.index - b.index);
  return worst
    .slice(0, sarifLimits.results)
    .toSorted((a, b) => a.index - b.index)
    .map(({ finding }) => finding);
}

/** What was not analysed: a run without results must not read as a clean one. */
function coverageNotes(result: ScanResult): readonly Notification[] {
  const plugins = result.outcomes.filter((outcome) => outcome.path === undefined && outcome.status !== "complete");
  const { skipped, failed, damaged, link } = result.coverage;
  const gaps = [
    ...(skipped > 0 ? [`${skipped} files were skipped`] : []),
    ...(failed > 0 ? [`${failed} files could not be analysed`] : []),
    ...(damaged > 0 ? [`${damaged} files have syntax errors`] : []),
    ...(link.unresolved.length > 0 ? [`${link.unresolved.length} places could not be resolved`] : []),
  ];
  return [
    ...plugins.map((outcome): Notification => ({ level: outcome.status === "failed" ? "error" : "warning", message: { text: sarifText(`${outcome.plugin ?? outcome.stage}: ${outcome.reason}`) } })),
    ...(gaps.length > 0 ? [{ level: "warning", message: { text: `Not everything was analysed: ${gaps.join(", ")}.` } } satisfies Notification] : []),
    ...waiversByNeed(result).map((state): Notification => ({ level: needsWork(state) ? "warning" : "note", message: { text: sarifText(`Waiver ${waiverText(state)}`) } })),
    ...(result.waived.length > 0 ? [{ level: "note", message: { text: `${result.waived.length} findings are waived, and none of these results: ${result.waived.map(({ fingerprint }) => fingerprint).join(", ")}.` } } satisfies Notification] : []),
    ...(result.configuration?.origin === "repository" && result.configuration.rulesOff.length > 0
      ? [{ level: "warning", message: { text: sarifText(`Configuration from the repository switches rules off: ${result.configuration.rulesOff.join(", ")}.`) } } satisfies Notification]
      : []),
  ];
}

function limitNote(left: number): readonly Notification[] {
  return left > 0 ? [{ level: "warning", message: { text: `${left} findings are left out, the least severe: an upload holds at most ${sarifLimits.results} results. The JSON report holds all.` } }] : [];
}
