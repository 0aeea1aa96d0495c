import type { Control } from "./control.ts";
import type { LineDeviation } from "./timeline.ts";

/**
 * How far a unit of the population was analysed: by a scan that the ledger holds and that was made in time; by one made
 * later; by one of another tree; by none; or by this report itself, with nothing that signs it.
 */
export type UnitScan = "on-time" | "late" | "mismatch" | "missing" | "unrecorded";

/** One state of the branch: the unit of the population. */
export interface PopulationUnit {
  readonly commit: string;
  readonly tree: string;
  readonly author?: string;
  /** From when on the branch had it: RFC 3339, UTC. */
  readonly at: string;
  /** Whether a server's record of the push says that, or the committer's clock. */
  readonly clock: "push" | "committer";
  readonly scan: UnitScan;
  /** The scan's record in the ledger, and when it was written. */
  readonly sequence?: number;
  readonly scannedAt?: string;
  /** `partial`: not all of it was analysed. */
  readonly status: "complete" | "partial";
}

export interface PeriodDeviation {
  readonly kind: LineDeviation["kind"] | "push-gap" | "force-push" | "branch-deleted" | "scan-missing" | "scan-late" | "tree-mismatch" | "silent-days" | "canary-missed" | "inventory-drop" | "no-ledger" | "no-pushes" | "clock-skew";
  readonly commit?: string;
  /** One sentence. */
  readonly text: string;
}

export type PeriodVerdict = "no deviations noted" | "deviations noted" | "did not operate" | "insufficient evidence";

/** One control over the period. Hours are of endpoints (or of the repository) in scope. */
export interface PeriodControl extends Pick<Control, "statement" | "criteria"> {
  readonly control: string;
  readonly verdict: PeriodVerdict;
  /** One sentence on how it came about. */
  readonly reason: string;
  /** Present where it was not judged from the start on: since which commit. */
  readonly since?: string;
  readonly hours: { readonly inScope: number; readonly compliant: number; readonly failing: number; readonly undecided: number; readonly waived: number };
  /** Compliant over in scope, in percent; absent where nothing was in scope. */
  readonly operating?: number;
  /** The same where waived hours count as compliant. */
  readonly operatingWithWaivers?: number;
  /** Decided over in scope, in percent. */
  readonly coverage?: number;
  readonly violations: number;
  readonly longestHours: number;
}

/** The half-open interval from the push that introduced a failure to the push that mended it. */
export interface Violation {
  readonly control: string;
  /** `METHOD /path`; absent for the repository. */
  readonly endpoint?: string;
  readonly introduced: string;
  /** True where it was there when the period began. */
  readonly before?: true;
  readonly introducedBy?: string;
  readonly mended?: string;
  readonly mendedBy?: string;
  readonly from: string;
  /** Absent where it is open at the end. */
  readonly until?: string;
  /** Time to remediate, or how long it is open at the end of the period. */
  readonly hours: number;
  readonly waivedHours: number;
}

export interface PeriodWaiver {
  readonly control: string;
  readonly target: string;
  readonly reason: string;
  readonly compensating: string;
  readonly requester: string;
  readonly approver: string;
  readonly approvedAt: string;
  /** When it ended or will end. */
  readonly until: string;
  readonly state: "active" | "expiring" | "expired" | "revoked";
  readonly ticket?: string;
  readonly sequence: number;
  readonly waivedHours: number;
}

/** What was decided of a finding, by another person than asked for it. It changes no result of a control. */
export interface PeriodTriage {
  readonly finding: string;
  readonly verdict: "confirmed" | "false-positive" | "accepted" | "fixed" | "open";
  readonly reason: string;
  readonly requester: string;
  readonly approver: string;
  readonly decidedAt: string;
  /** When it ended or will end; absent where it has no end. */
  readonly until?: string;
  readonly state: "active" | "expiring" | "expired" | "superseded";
  readonly ticket?: string;
  readonly sequence: number;
}

/** A change of what was scanned with. */
export interface ProgramChange {
  readonly at: string;
  readonly sequence: number;
  readonly text: string;
}

/** How controls operated over a period: evidence that supports criteria. It states no compliance, which is a CPA's to judge. */
export interface PeriodReport {
  readonly schema: "muster.period/1";
  readonly tool: { readonly name: "muster"; readonly version: string };
  readonly repository: string;
  readonly period: { readonly from: string; readonly to: string; readonly start: string; readonly end: string };
  readonly population: { readonly units: readonly PopulationUnit[]; readonly command: string };
  readonly completeness: {
    /** Whether nothing is missing: pushes, scans and ledger. */
    readonly complete: boolean;
    readonly deviations: readonly PeriodDeviation[];
    readonly pushes: number;
    readonly ledger?: { readonly name: string; readonly size: number; readonly root: string;
      /** Who got which checkpoint, as the operator says: whoever has one can hold the ledger against it. Where nobody has, the operator could have made the ledger anew. */
      readonly published: readonly { readonly at: string; readonly size: number; readonly to: string }[] };
  };
  readonly controls: readonly PeriodControl[];
  readonly violations: readonly Violation[];
  readonly waivers: readonly PeriodWaiver[];
  readonly triage: readonly PeriodTriage[];
  readonly changes: readonly ProgramChange[];
  /** Drawn by hashing with the seed: whoever has the population draws the same. */
  readonly sample: { readonly seed: string; readonly commits: readonly string[]; readonly endpoints: readonly string[] };
  readonly limits: readonly string[];
}

