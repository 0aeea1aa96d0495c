import type { Posture } from "@muster/contract";

/** Where a comment speaks of, and where it stands. */
interface Placed {
  readonly path: string;
  /** The line that is meant. */
  readonly line: number;
  /** The line of the comment. */
  readonly statedAt: number;
}

/** What a fixture says about one line and one rule. */
export type RuleExpectation = Placed & {
  readonly rule: string;
} & (
    | { readonly kind: "finds"; readonly count: number; readonly message?: string }
    /** Claims that the rule is silent here, beside a place where it is not. */
    | { readonly kind: "ok" }
    /** The rule should find something here, and does not: a known limit. Fails once it does. */
    | { readonly kind: "misses"; readonly reason: string }
  );

/** What a fixture says about the inventory. A case that names one endpoint names them all. */
export interface EndpointExpectation extends Placed {
  readonly kind: "endpoint";
  readonly method: string;
  readonly template: string;
  readonly posture?: Posture;
}

export type Expectation = RuleExpectation | EndpointExpectation;
