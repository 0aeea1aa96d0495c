import type { Severity } from "@muster/contract";

/** The worst first, so that rows in the order of their rank begin with it. */
const severities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}
