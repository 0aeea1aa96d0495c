import type { Span, Step } from "./span.ts";

/** `indeterminate`: analysed, not decided. `error`: not analysed. Neither counts as a pass. */
export type ControlStatus = "pass" | "fail" | "not_applicable" | "indeterminate" | "error";

/** One control on one endpoint, or on the repository where `endpoint` is absent. */
export interface ControlResult {
  readonly control: string;
  readonly endpoint?: string;
  readonly status: ControlStatus;
  /** One sentence. */
  readonly reason: string;
  readonly span?: Span;
  readonly proof: readonly Step[];
}

/** Why a control is mapped to something, in one sentence. */
export interface Mapping<Id extends string | number> {
  readonly id: Id;
  readonly why: string;
}

/** One security requirement, and what it supports. Criteria are AICPA Trust Services Criteria ids with our own paraphrase. */
export interface Control {
  readonly id: string;
  readonly statement: string;
  /** What it is decided of: each endpoint by itself, or the repository as a whole. */
  readonly scope: "endpoint" | "repository";
  /** OWASP API Security Top 10 2023 ids: `API1`. */
  readonly owasp: readonly Mapping<string>[];
  readonly cwe: readonly Mapping<number>[];
  readonly criteria: readonly Mapping<string>[];
}
