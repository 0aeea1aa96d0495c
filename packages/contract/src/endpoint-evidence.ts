import type { Posture } from "./application.ts";
import type { ControlStatus, Mapping } from "./control.ts";
import type { Step } from "./span.ts";

/** The commit that brought a line of code, seen from another commit's first parents. */
export interface BroughtBy {
  readonly commit: string;
  /** As the committer's clock said. */
  readonly committedAt: string;
  /** A keyed hash of the author's address. Absent where there is no key. */
  readonly author?: string;
}

/** A step of a proof, and who brought it; undefined where git cannot say. */
export interface BroughtStep extends Step {
  readonly brought?: BroughtBy;
}

/** A guard that a caller meets. */
export interface EvidenceGuard {
  readonly name: string;
  readonly verdict: "rejects" | "optional" | "none" | "unknown";
  /** What it asks for, in words. */
  readonly requires: readonly string[];
  readonly place: BroughtStep;
}

export interface EvidenceControl {
  readonly control: string;
  readonly statement: string;
  readonly status: ControlStatus;
  readonly reason: string;
  readonly criteria: readonly Mapping<string>[];
  readonly steps: readonly BroughtStep[];
}

/** Where the result that this was taken from is kept, signed. */
export interface EvidenceRecord {
  readonly ledger: string;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly resultSha256: string;
  /** A C2SP tlog-proof: that the record is in the ledger. */
  readonly proof: string;
  /** The record: an in-toto statement in a DSSE envelope (Sigstore bundle). */
  readonly bundle: string;
}

/** Who may call an endpoint at a commit, where the code checks that, who brought it, and what signs it. */
export interface EndpointEvidence {
  readonly schema: "muster.evidence/1";
  readonly tool: { readonly name: "muster"; readonly version: string };
  readonly repository: string;
  readonly commit: string;
  /** How the commit was found, where a day was asked for. */
  readonly at?: string;
  readonly endpoint: { readonly id: string; readonly application: string; readonly method: string; readonly path: string; readonly handler: string };
  readonly posture: Posture;
  /** Present with `unknown`: why. */
  readonly reason?: string;
  readonly proof: readonly BroughtStep[];
  readonly guards: readonly EvidenceGuard[];
  /** Those that apply, in the order of the catalogue. */
  readonly controls: readonly EvidenceControl[];
  /** Absent where no ledger holds it: then nothing but this Muster vouches for it. */
  readonly record?: EvidenceRecord;
  readonly limits: readonly string[];
}
