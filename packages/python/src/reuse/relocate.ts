import type { ModuleSummary } from "../syntax.ts";
import { lineColumn } from "../parse/positions.ts";
import { isSpan } from "./fingerprint.ts";
import { unitsIn } from "./units.ts";

class Gone extends Error {}

const placed = /<(?:unknown|not a class) at /;

/**
 * Puts what was found in an earlier state of the code to where the same code is now. What is shared stays shared, and what
 * mentions no module that changed is the same object.
 */
export class Relocator {
  readonly #before: (path: string) => ModuleSummary | undefined;
  readonly #after: (path: string) => ModuleSummary | undefined;
  readonly #moved: Map<object, object> = new Map();

  constructor(before: (path: string) => ModuleSummary | undefined, after: (path: string) => ModuleSummary | undefined) {
    this.#before = before;
    this.#after = after;
  }

  /** Plain data that holds spans, all of them in some modules; undefined where the code at one of them is not there any more. */
  relocated<T>(value: T, paths: ReadonlySet<string>): T | undefined {
    if ([...paths].every((path) => this.#before(path) === this.#after(path))) return value;
    try {
      return this.#relocated(value) as T;
    } catch (thrown) {
      if (thrown instanceof Gone) return undefined;
      throw thrown;
    }
  }

  /** Where an offset of a module lies now; undefined where its code is not there any more. */
  offset(path: string, s: number): number | undefined {
    const before = this.#before(path);
    const after = this.#after(path);
    if (before === after) return s;
    if (before === undefined || after === undefined) return undefined;
    const unit = unitsIn(before).at(s);
    const now = unit && unitsIn(after).get(unit.key);
    return unit && now && s - unit.s + now.s;
  }

  #relocated(value: unknown): unknown {
    // Names of what has none are made of its place.
    if (typeof value === "string" && placed.test(value)) throw new Gone();
    if (typeof value !== "object" || value === null) return value;
    const known = this.#moved.get(value);
    if (known !== undefined) return known;
    const moved = isSpan(value) ? this.#span(value) : Array.isArray(value) ? this.#array(value) : this.#fields(value as Record<string, unknown>);
    this.#moved.set(value, moved);
    return moved;
  }

  #array(value: readonly unknown[]): readonly unknown[] {
    let moved: unknown[] | undefined;
    for (let at = 0; at < value.length; at++) {
      const one = this.#relocated(value[at]);
      if (one !== value[at]) (moved ??= [...value])[at] = one;
    }
    return moved ?? value;
  }

  #fields(value: Record<string, unknown>): object {
    let moved: Record<string, unknown> | undefined;
    for (const key of Object.keys(value)) {
      const one = this.#relocated(value[key]);
      if (one !== value[key]) (moved ??= { ...value })[key] = one;
    }
    return moved ?? value;
  }

  #span(value: object & { readonly path: string; readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number }): object {
    const before = this.#before(value.path);
    const after = this.#after(value.path);
    if (before === after) return value;
    const start = before?.lines[value.line - 1];
    if (after === undefined || start === undefined) throw new Gone();
    const offset = this.offset(value.path, start + value.column - 1);
    if (offset === undefined) throw new Gone();
    const { line, column } = lineColumn(after.lines, offset);
    const endLine = line + value.endLine - value.line;
    return { ...value, line, column, endLine, endColumn: value.endColumn };
  }
}

/** The modules that plain data mentions by spans. */
export function pathsIn(value: unknown): ReadonlySet<string> {
  const paths = new Set<string>();
  const seen = new Set<object>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== "object" || one === null || seen.has(one)) continue;
    seen.add(one);
    if (isSpan(one)) paths.add(one.path);
    else for (const part of Array.isArray(one) ? one : Object.values(one)) if (typeof part === "object" && part !== null) open.push(part);
  }
  return paths;
}
