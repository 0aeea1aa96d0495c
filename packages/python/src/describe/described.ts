import type { Span } from "@muster/contract";
import { libraryRoot } from "../modules/library-index.ts";
import { describedModules, type DescribedModule } from "./described-modules.ts";
import type { Descriptions } from "./descriptions.ts";

/** What the operator describes instead of its code. */
export class Described {
  /** Fully qualified names. */
  readonly names: ReadonlySet<string>;
  readonly #modules: ReadonlyMap<string, DescribedModule>;

  constructor(descriptions: Descriptions) {
    this.names = new Set([...descriptions.guards, ...descriptions.routers].map(({ name }) => name));
    this.#modules = describedModules(descriptions);
  }

  /** Texts of library modules that stand for it, by dotted name. */
  get texts(): ReadonlyMap<string, string> {
    return new Map([...this.#modules].map(([name, { text }]) => [name, text]));
  }

  /** What a proof must say of a step in one of these modules; undefined elsewhere. */
  says({ path, line }: Span): string | undefined {
    if (this.#modules.size === 0 || !path.startsWith(`${libraryRoot}/`)) return undefined;
    const name = path.slice(libraryRoot.length + 1).replace(/(\/__init__)?\.py$/, "").replaceAll("/", ".");
    const module = this.#modules.get(name);
    return module?.lines.findLast((one) => one.line <= line)?.says;
  }
}
