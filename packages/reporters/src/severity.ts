import type { Finding, Severity } from "@muster/contract";

/** Worst first. */
export const severities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/** The least severity that counts as a failure; `none`: no finding does. */
export type Threshold = Severity | "none";

/** 0 for the worst. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}

/** Whether a finding counts against a threshold. */
export function reaches(finding: Pick<Finding, "severity">, threshold: Threshold): boolean {
  return threshold !== "none" && severityRank(finding.severity) <= severityRank(threshold);
}
