import type { Posture } from "./application.ts";
import type { ControlStatus } from "./control.ts";
import type { Severity } from "./rule.ts";

/** One commit of a branch's first-parent line, as git's objects have it. */
export interface LineCommit {
  readonly commit: string;
  readonly tree: string;
  /** Empty for the first commit of a repository. */
  readonly parents: readonly string[];
  /** When it was committed, as the committer's clock said: RFC 3339, UTC. Anyone can write any time there. */
  readonly committedAt: string;
  /** A keyed hash of its author's address: who is the same is seen, and who it is is not. Absent where there is no key. */
  readonly author?: string;
}

export type StatusCounts = Readonly<Record<ControlStatus, number>>;

/** What a commit of the line came to. */
export interface TimelineCommit extends LineCommit {
  /** `partial`: not all of it was analysed. */
  readonly status: "complete" | "partial";
  readonly endpoints: Readonly<Record<Posture, number>>;
  readonly findings: number;
  /** By control, in the order of the catalogue: how many endpoints (or the repository) have which result. */
  readonly controls: Readonly<Record<string, StatusCounts>>;
}

/** A half-open stretch of the line: it holds from one commit on, until another. */
export interface Stretch {
  /** The commit that brought it; where it was there before the first commit looked at, that one. */
  readonly introduced: string;
  /** True where it was there at the first commit: who brought it lies before. */
  readonly before?: true;
  /** The commit that ended it; absent where it holds at the last one. */
  readonly mended?: string;
}

/** An endpoint over time. Its name is its last one. */
export interface TimelineEndpoint extends Stretch {
  readonly id: string;
  readonly application: string;
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  /** Each posture from the commit on that brought it. */
  readonly postures: readonly { readonly commit: string; readonly posture: Posture }[];
  /** Names that it had, until the commit that renamed it. */
  readonly renames: readonly { readonly commit: string; readonly from: string }[];
}

/** A finding over time, where it was last seen. */
export interface TimelineFinding extends Stretch {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly endpoint?: string;
}

/** A stretch in which a control had one result other than a pass on an endpoint, or on the repository. */
export interface TimelineResult extends Stretch {
  readonly control: string;
  readonly status: Exclude<ControlStatus, "pass" | "not_applicable">;
  /** Id, as in `endpoints`. */
  readonly endpoint?: string;
}

/** What a reader must know of the line itself: what git says that it should not. */
export interface LineDeviation {
  readonly kind: "clock-back" | "replaced-objects" | "grafts";
  readonly commit?: string;
  /** One sentence. */
  readonly text: string;
}

/** What every commit of a branch's first-parent line came to, and which commits changed what. */
export interface Timeline {
  readonly schema: "muster.history/1";
  readonly tool: { readonly name: "muster"; readonly version: string };
  readonly repository: string;
  /** What lists the same commits. */
  readonly command: string;
  /** From the earliest to the latest. The first is what the others are compared with. */
  readonly commits: readonly TimelineCommit[];
  readonly endpoints: readonly TimelineEndpoint[];
  readonly findings: readonly TimelineFinding[];
  readonly results: readonly TimelineResult[];
  readonly deviations: readonly LineDeviation[];
  readonly limits: readonly string[];
}
