import type { ControlStatus, Posture, ScanCoverage, ScanResult, Severity } from "@muster/contract";

/**
 * - `queued`, `running`: on its way.
 * - `complete`, `partial`: there is a result; of a partial one its outcomes say what was not analysed.
 * - `failed`, `cancelled`, `quarantined`: there is none; `reason` says why.
 * - `superseded`: its ref turned out to name a commit that another scan is of.
 */
export const scanStates = ["queued", "running", "complete", "partial", "failed", "cancelled", "quarantined", "superseded"] as const;
export type ScanState = (typeof scanStates)[number];

/** Someone waits for an `interactive` scan; a `batch` may take its time. */
export const scanPriorities = ["interactive", "batch"] as const;
export type ScanPriority = (typeof scanPriorities)[number];

/** `service`: a worker made the result. `pushed`: someone handed it in, and the service vouches for no more than that its commit is the repository's. */
export const scanOrigins = ["service", "pushed"] as const;
export type ScanOrigin = (typeof scanOrigins)[number];

/** How far a running scan is. `total` is 0 while it is not known. */
export interface ScanProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** What lists and trends tell of a finished scan, without its result. */
export interface ScanSummary {
  readonly endpoints: Readonly<Record<Posture, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly waived: number;
  readonly controls: Readonly<Record<ControlStatus, number>>;
  readonly coverage: Omit<ScanCoverage, "link"> & { readonly unresolved: number };
  readonly plugins: ScanResult["plugins"];
}
