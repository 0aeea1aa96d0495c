import type { CallQuery } from "@muster/contract";
import { lastName } from "./callee-name.ts";

/** What all analyses ask to see, in one. */
export class WantedCalls {
  readonly hints: ReadonlySet<string>;
  readonly callees: ReadonlySet<string>;
  readonly keywords: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  readonly settings: ReadonlySet<string>;
  /** Last segments of `callees`: what a call of one looks like before anything was evaluated. */
  readonly names: ReadonlySet<string>;

  constructor(queries: readonly CallQuery[]) {
    this.hints = new Set(queries.flatMap((query) => query.hints));
    this.callees = new Set(queries.flatMap((query) => query.callees));
    this.keywords = new Set(queries.flatMap((query) => query.keywords ?? []));
    this.attributes = new Set(queries.flatMap((query) => query.attributes ?? []));
    this.settings = new Set(queries.flatMap((query) => query.settings ?? []));
    this.names = new Set([...this.callees].map(lastName));
  }

  get isEmpty(): boolean {
    return this.hints.size === 0;
  }
}
