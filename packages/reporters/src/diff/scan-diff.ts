import type { Endpoint, Finding, Posture, ScanResult } from "@muster/contract";

/** An endpoint as a diff tells of it. */
export interface EndpointState {
  readonly id: string;
  readonly application: string;
  readonly method: string;
  readonly path: string;
  readonly posture: Posture;
  /** What stands before it, in a few words. */
  readonly guards: string;
  readonly handler: Endpoint["handler"];
}

/** One endpoint before and after. */
export interface EndpointChange {
  readonly before: EndpointState;
  readonly after: EndpointState;
}

/** What was compared. */
export interface DiffSide {
  readonly name: string;
  readonly commit?: string;
  readonly dirty?: boolean;
  readonly status: ScanResult["status"];
}

/** What changed from one scan to another. Equal results give equal bytes. */
export interface ScanDiff {
  readonly schema: "muster.diff/1";
  readonly tool: ScanResult["tool"];
  readonly before: DiffSide;
  readonly after: DiffSide;
  readonly endpoints: {
    readonly added: readonly EndpointState[];
    readonly removed: readonly EndpointState[];
    /** The same handler under another path or method. */
    readonly renamed: readonly EndpointChange[];
    /** The same endpoint with another posture or other guards; of those renamed too. */
    readonly changed: readonly EndpointChange[];
    readonly unchanged: number;
  };
  readonly findings: {
    readonly new: readonly Finding[];
    readonly fixed: readonly Finding[];
    /** Of these, some moved with their code or their endpoint. */
    readonly unchanged: number;
  };
  /** What keeps the two from being compared in full, in sentences. */
  readonly notes: readonly string[];
}
