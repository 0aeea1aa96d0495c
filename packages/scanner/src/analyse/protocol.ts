import type { Application, Attribute, ControlResult, Endpoint, EndpointAttribute, Finding, Fix, Json, LinkCoverage, SourceFile, Span, SuppressedCount, SuppressedFinding, Suppression } from "@muster/contract";
import type { ApprovedPublic } from "../scan-request.ts";

/** Facts on their way to the thread that judges: one stretch of `bytes` per entry, in order; none where there is a reason. */
export interface FactPack {
  readonly entries: readonly { readonly path: string; readonly length: number; readonly reason?: string }[];
  readonly bytes: Uint8Array;
}

/** What is judged: the tree that lies in the folder, or all that its commits ever held. */
export type Subject = "tree" | "history";

/** What the thread that links and judges is started with. */
export interface AnalystSetup {
  readonly subject: Subject;
  readonly plugins: readonly { readonly specifier: string; readonly options: Json }[];
  readonly approvedPublic: readonly ApprovedPublic[];
  /** Linkers, rules and controls that are not to be run (again), by the names of `linkStep` and `judgeStep`. */
  readonly without: readonly string[];
  /** Whether what is suppressed is listed one by one. */
  readonly listSuppressed: boolean;
  readonly compileCache: string | undefined;
  /** Whether the thread is kept for further commits: linkers may keep what serves there. */
  readonly keeps: boolean;
}

/** Facts of one extractor, and how many of the files that it wanted have none because they could not be analysed. */
export interface JudgedFacts {
  readonly extractor: string;
  readonly pack: FactPack;
  readonly unread: number;
}

export type ToAnalyst =
  | { readonly kind: "link"; readonly files: readonly SourceFile[]; readonly hints: readonly (readonly [path: string, hints: readonly string[]])[]; readonly ahead: readonly string[] }
  | { readonly kind: "demanded"; readonly request: number; readonly pack: FactPack }
  /** `linkFailed`: why what is known of applications and endpoints is not all. */
  | { readonly kind: "judge"; readonly facts: readonly JudgedFacts[]; readonly linkFailed?: string };

export type FromAnalyst =
  /** From here on the thread is at this step, until `left`. */
  | { readonly kind: "entered"; readonly step: string }
  | { readonly kind: "left"; readonly step: string }
  | { readonly kind: "threw"; readonly step: string; readonly reason: string }
  | { readonly kind: "demand"; readonly request: number; readonly extractor: string; readonly paths: readonly string[] }
  | { readonly kind: "progress"; readonly note: string }
  /** JSON of `LinkedPart`. */
  | { readonly kind: "linked"; readonly body: Uint8Array }
  /** JSON of `JudgedPart`. */
  | { readonly kind: "judged"; readonly step: string; readonly body: Uint8Array }
  | { readonly kind: "finished" };

/** What all linkers found, as plain data. */
export interface LinkedPart {
  readonly applications: readonly Application[];
  readonly endpoints: readonly Endpoint[];
  readonly coverage: LinkCoverage;
  readonly consulted: readonly string[];
  readonly missed: readonly string[];
  readonly damaged: readonly string[];
  /** See `LinkedModel`. */
  readonly ahead: readonly string[];
  readonly needless: readonly string[];
}

export const nothingLinked: LinkedPart = { applications: [], endpoints: [], coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] }, consulted: [], missed: [], damaged: [], ahead: [], needless: [] };

/** A finding as its judge leaves it: merging adds what the host knows of the files. */
export interface JudgedFinding extends Omit<Finding, "fix"> {
  readonly fix?: Fix;
}

/** What one rule or control said. */
export interface JudgedPart {
  readonly findings: readonly JudgedFinding[];
  readonly suppressed: readonly SuppressedCount[];
  /** Empty unless the request asks for them. */
  readonly suppressedFindings: readonly SuppressedFinding[];
  readonly results: readonly ControlResult[];
  /** In place of findings, where the history is judged. */
  readonly sightings?: readonly Sighting[];
  /** What the analysis says of endpoints. */
  readonly described?: readonly DescribedEndpoint[];
}

export interface DescribedEndpoint extends Attribute, Pick<EndpointAttribute, "endpoint"> {}

/** What a rule found in the contents of the history, wherever it is the same thing. */
export interface Sighting {
  readonly rule: string;
  readonly symbol: string;
  /** As the report gives it. */
  readonly identity: string;
  readonly showCode: boolean;
  readonly suppression?: Suppression;
  /** By content and path, each at its first place there. */
  readonly seen: readonly (Pick<Finding, "severity" | "confidence" | "message"> & { readonly span: Span; readonly count: number })[];
}

export function linkStep(linker: string): string {
  return `linker ${linker}`;
}

export function ruleStep(rule: string): string {
  return `rule ${rule}`;
}

export function describeStep(plugin: string): string {
  return `the description of endpoints by ${plugin}`;
}

export function controlStep(plugin: string, control: string): string {
  return `control ${control} of ${plugin}`;
}
