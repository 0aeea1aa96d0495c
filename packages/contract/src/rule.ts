import type { Application, Endpoint, LinkCoverage } from "./application.ts";
import type { AttributeValue } from "./attribute.ts";
import type { ControlResult } from "./control.ts";
import type { DataModel } from "./data-model.ts";
import type { Declaration } from "./declaration.ts";
import type { Fix } from "./fix.ts";
import type { Json } from "./json.ts";
import type { ObservedCall } from "./observed-call.ts";
import type { Span, Step } from "./span.ts";
import type { HandlerTrace } from "./trace.ts";

export type Severity = "critical" | "high" | "medium" | "low" | "info";
export type Confidence = "high" | "medium" | "low";

/** Message texts by id; `{name}` is replaced from a report's data. */
export type Messages = { readonly [id: string]: string };

export interface RuleMeta<M extends Messages = Messages> {
  /** `plugin/rule`: `auth/public-write`. The file, the test and the page of the rule carry the second half as their name. */
  readonly id: string;
  readonly title: string;
  /** Why it matters, in two or three sentences. */
  readonly why: string;
  /** How to mend it, concretely. */
  readonly mend: string;
  readonly messages: M;
  /** Control ids: `AUTHN-01`. */
  readonly controls: readonly string[];
  readonly owasp: readonly string[];
  readonly cwe: readonly number[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly stability: "stable" | "preview";
}

/** Why something that fits a rule is no finding. */
export interface Suppression {
  /** Who says so: the rule itself, a comment beside the code, or a baseline. */
  readonly by: "rule" | "comment" | "baseline";
  /** One word or mark, the same for all that are alike: `placeholder`, `gitleaks:allow`. */
  readonly what: string;
  /** One sentence; of a comment the reason that it gives, empty where it gives none. */
  readonly reason: string;
}

/** What a rule reports. The host adds the metadata, the fingerprint and the order. */
export interface Report<Id extends string = string> {
  readonly message: Id;
  readonly data?: { readonly [name: string]: string };
  readonly span: Span;
  /** Enclosing symbol, part of the finding's identity in place of a line number. */
  readonly symbol: string;
  /** What, apart from rule, path and symbol, tells this finding from its neighbours: a route, a redacted and keyed value. Never a line number. */
  readonly identity: string;
  readonly endpoint?: string;
  readonly proof: readonly Step[];
  /** Overrides of the rule's own, where the case says more. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** False where the source line itself must not be shown (a secret). Default true. */
  readonly showCode?: boolean;
  /** By the names that the plugin declares. */
  readonly attributes?: { readonly [name: string]: AttributeValue };
  /** Where the mend is mechanical. */
  readonly fix?: Fix;
  /** Where it is no finding after all: it is counted with its reason, and listed for those who ask. */
  readonly suppressed?: Suppression;
}

export interface JudgeInput {
  readonly applications: readonly Application[];
  readonly endpoints: readonly Endpoint[];
  readonly coverage: LinkCoverage;
  /** Classes of data layers that the code behind the endpoints uses, sorted by name. */
  readonly dataModels?: readonly DataModel[];
  /** Symbolic run of an endpoint's handler. */
  trace(endpoint: string): HandlerTrace | undefined;
  /** Calls of libraries all over the repository: at least those that the analysis asks for in `calls`, sorted by place. */
  readonly calls?: readonly ObservedCall[];
  /** What code sets up once, sorted by place; absent where nothing was linked. */
  readonly declarations?: readonly Declaration[];
  /** Facts of one of the extractors that the analysis names in `uses`, sorted by path. */
  facts(extractor: string): readonly { readonly path: string; readonly fact: Json }[];
  /** The plugin's options, validated. */
  readonly options: Json;
  /** Approved public endpoints of the configuration. */
  isApprovedPublic(endpoint: Endpoint): boolean;
}

/** A pure function from model to reports. */
export interface Rule<M extends Messages = Messages> {
  readonly meta: RuleMeta<M>;
  judge(input: JudgeInput): Iterable<Report<Extract<keyof M, string>>>;
}

/** A rule whatever its messages: what an analysis holds. `Rule` itself is invariant in its messages. */
export interface AnyRule {
  readonly meta: RuleMeta;
  judge(input: JudgeInput): Iterable<Report>;
}

/** Typed message ids without writing them twice. */
export function defineRule<const M extends Messages>(rule: Rule<M>): Rule<M> {
  return rule;
}

/** Decides one control for every endpoint, or for the repository. */
export interface ControlJudge {
  readonly control: string;
  judge(input: JudgeInput): Iterable<Omit<ControlResult, "control">>;
}
