import type { Application, Endpoint, LinkCoverage } from "./application.ts";
import type { Attribute } from "./attribute.ts";
import type { Control, ControlResult } from "./control.ts";
import type { Edit, Fix } from "./fix.ts";
import type { FindingHistory, HistoryCoverage } from "./history.ts";
import type { Confidence, RuleMeta, Severity, Suppression } from "./rule.ts";
import type { Span, Step } from "./span.ts";
import type { Approval, WaivedFinding, WaiverState } from "./waiver.ts";

/** What a person must look at. */
export interface Finding {
  /** Stable identity: hash of rule, path, enclosing symbol and the report's own identity, with a count for repeats. */
  readonly fingerprint: string;
  /** The same without the count: what repeats of it share. */
  readonly identity: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly span: Span;
  readonly symbol: string;
  readonly endpoint?: string;
  readonly proof: readonly Step[];
  readonly showCode: boolean;
  /** What the plugin of its rule says beyond that, sorted by name. */
  readonly attributes?: readonly Attribute[];
  /** Content id of the code it speaks of, which a waiver names. Absent where the fingerprint holds the content itself (a secret). */
  readonly code?: string;
  /** Where the history was looked at and holds it. */
  readonly history?: FindingHistory;
  /** A mechanical mend, which `muster fix` shows and applies. */
  readonly fix?: FindingFix;
}

/** A fix with the files that its spans are of: it holds for these contents alone. */
export interface FindingFix extends Fix {
  readonly edits: readonly (Edit & { readonly blob: string })[];
}

/** What fits a rule and is not reported. */
export interface SuppressedFinding extends Omit<Finding, "fix"> {
  readonly suppression: Suppression;
}

/** How many of a rule's candidates were not reported, for one reason. */
export interface SuppressedCount extends Pick<Suppression, "by" | "what"> {
  readonly rule: string;
  readonly count: number;
}

/** What became of a baseline. */
export interface BaselineUse {
  readonly entries: number;
  /** Entries of which nothing was found any more. */
  readonly gone: number;
}

/** What became of one plugin, or of one file in one stage. `complete` outcomes of files are not listed. */
export interface Outcome {
  readonly stage: "discover" | "read" | "extract" | "link" | "judge" | "history" | "cache";
  readonly plugin?: string;
  readonly path?: string;
  readonly status: "complete" | "partial" | "skipped" | "failed";
  /** One sentence that says what to do where something can be done. Empty for `complete`. */
  readonly reason: string;
}

export interface ScanCoverage {
  /** Files listed by discovery. */
  readonly listed: number;
  readonly bytes: number;
  /** Files whose bytes were looked at, now or (unchanged since) in an earlier scan. */
  readonly analysed: number;
  /** Files that were parsed for the linked model, now or earlier. */
  readonly parsed: number;
  /** Parsed with syntax errors: what lies around the errors was not analysed. */
  readonly damaged: number;
  readonly skipped: number;
  readonly failed: number;
  readonly link: LinkCoverage;
}

/**
 * What a configuration changed of what is reported. The scanned repository may carry one, so its effect is part of the
 * result: what was switched off must show.
 */
export interface ConfigurationEffect {
  /** `repository`: found in the scanned tree. `operator`: named on the command line. */
  readonly origin: "operator" | "repository";
  /** Name of its file, without folders. */
  readonly file: string;
  /** Sorted. */
  readonly rulesOff: readonly string[];
  /** Sorted by rule. */
  readonly severities: readonly { readonly rule: string; readonly severity: Severity }[];
  readonly approvedPublic: readonly Approval[];
  /** Guards that count as the configuration describes them: their code was not followed. */
  readonly describedGuards: readonly { readonly name: string; readonly reason: string }[];
  readonly describedRouters: readonly { readonly name: string; readonly like: string; readonly reason: string }[];
  /** Globs that keep files out of the scan. */
  readonly excluded: readonly string[];
  /** Globs to which the scan is limited; empty when it is not. */
  readonly included: readonly string[];
}

/** Everything one scan of one tree says. The same tree and the same Muster give the same bytes: no time, no machine, no order of work. */
export interface ScanResult {
  readonly schema: "muster.scan/1";
  readonly tool: { readonly name: "muster"; readonly version: string };
  /** `name` is the folder's own; commit and tree are there for a clean git checkout. */
  readonly target: { readonly name: string; readonly commit?: string; readonly dirty?: boolean };
  readonly plugins: readonly { readonly name: string; readonly version: string }[];
  /** Absent when there was no configuration. */
  readonly configuration?: ConfigurationEffect;
  readonly rules: readonly RuleMeta[];
  readonly controls: readonly Control[];
  readonly applications: readonly Application[];
  readonly endpoints: readonly Endpoint[];
  readonly findings: readonly Finding[];
  /** Findings that a waiver covers: they are none of `findings`, and change no control's result. */
  readonly waived: readonly WaivedFinding[];
  /** Every waiver and approval of the configuration, and what became of it. */
  readonly waivers: readonly WaiverState[];
  /** The day for which waivers were judged (`YYYY-MM-DD`, UTC); absent where nothing depends on it. */
  readonly date?: string;
  /** What was not reported, by rule and reason. */
  readonly suppressed: readonly SuppressedCount[];
  /** Each of it, where the request asks for that. */
  readonly suppressedFindings?: readonly SuppressedFinding[];
  readonly results: readonly ControlResult[];
  /** Plugins' outcomes and every file that was not wholly analysed. */
  readonly outcomes: readonly Outcome[];
  readonly coverage: ScanCoverage;
  /** Absent where there is none. */
  readonly baseline?: BaselineUse;
  /** Absent where the history was not looked at. */
  readonly history?: HistoryCoverage;
  /** `complete` when no plugin failed and discovery saw the whole tree. */
  readonly status: "complete" | "partial";
  /** What a reader must know before relying on any of this; part of every report. */
  readonly limits: readonly string[];
}
