import { newScope, type Scope } from "../evaluate/scope.ts";
import type { ModuleSummary } from "../syntax.ts";

/** One module of the repository during one evaluation. */
export class Module {
  /** Dotted, from its source root: `app.api.deps`. */
  readonly name: string;
  readonly path: string;
  readonly summary: ModuleSummary;
  readonly scope: Scope;
  state: "new" | "running" | "done" = "new";

  constructor(name: string, path: string, summary: ModuleSummary) {
    this.name = name;
    this.path = path;
    this.summary = summary;
    this.scope = newScope("module", this, undefined);
  }
}

/** What a namespace package looks like: a package without code. */
export const emptySummary: ModuleSummary = { lines: [0], body: [], definitions: [], errors: [] };
