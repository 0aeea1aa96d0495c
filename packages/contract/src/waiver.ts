import type { Finding } from "./result.ts";

/** An approved exception with an end, laid over findings: of one finding by its fingerprint, or of one rule on one endpoint. */
export interface Waiver {
  readonly finding?: string;
  /** `METHOD /path`; names of parameters do not matter. */
  readonly endpoint?: string;
  /** With `endpoint`. */
  readonly rule?: string;
  /** Content id of the code that was looked at; the waiver holds for this content alone. */
  readonly code?: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds (`YYYY-MM-DD`, UTC). */
  readonly expires: string;
}

/** An endpoint that anyone may call, until a day. `method` is `*` for any; in `path` `*` stands for one segment and `**` for any number. */
export interface Approval {
  readonly method: string;
  readonly path: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds (`YYYY-MM-DD`, UTC). */
  readonly expires: string;
  /** Content ids of the handlers that were looked at; the approval holds for these contents alone. */
  readonly code?: string | readonly string[];
}

/**
 * - `active`, `expiring` (within two weeks): it holds.
 * - `expired`, `revoked` (the code is another one): it does not hold, and what it covered is reported.
 * - `unused`: there is nothing that it covers.
 */
export type WaiverStatus = "active" | "expiring" | "expired" | "revoked" | "unused";

/** What became of one waiver or approval in one scan. */
export interface WaiverState {
  readonly kind: "finding" | "endpoint" | "public";
  /** A fingerprint, `rule on METHOD /path`, or `METHOD /path`. */
  readonly target: string;
  readonly status: WaiverStatus;
  /** One sentence on the status, which says what to do where something is. Empty for `active`. */
  readonly note: string;
  readonly reason: string;
  readonly owner?: string;
  readonly expires?: string;
  /** Findings that it covers, of an approval endpoints. */
  readonly count: number;
}

/** A finding that a waiver covers. */
export interface WaivedFinding extends Finding {
  readonly waiver: Pick<Waiver, "reason" | "owner" | "expires">;
}
