import type { ControlResult, Finding, HistoryCoverage, Outcome, SuppressedFinding } from "@muster/contract";

/** A finding whose history is known. */
export type HistoryFinding = Omit<Finding, "fix" | "history"> & Required<Pick<Finding, "history">>;
export type SuppressedHistoryFinding = SuppressedFinding & HistoryFinding;

/** What the history of a repository comes to. */
export interface HistoryPart {
  readonly findings: readonly HistoryFinding[];
  readonly suppressed: readonly SuppressedHistoryFinding[];
  readonly results: readonly ControlResult[];
  readonly outcomes: readonly Outcome[];
  readonly coverage: HistoryCoverage;
}
