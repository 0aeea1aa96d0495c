import { hash } from "node:crypto";
import type { ModuleSummary, Stmt } from "../syntax.ts";

/** A piece of a module's text that is the same wherever it stands: a function, a statement, the head of a class. */
export interface Unit {
  readonly s: number;
  readonly e: number;
  /** The class that it is in and what it says, with its column and line breaks. `#n/m`: of how many that say the same there it is which; where there are more or fewer of them, none is told from the others. */
  readonly key: string;
}

/** The units of a module, in the order of the text: each statement outside of functions, and each function as a whole. */
export class Units {
  readonly #units: readonly Unit[];
  readonly #byKey: ReadonlyMap<string, Unit>;

  constructor(summary: ModuleSummary) {
    this.#units = unitsOf(summary);
    this.#byKey = new Map(this.#units.map((unit) => [unit.key, unit]));
  }

  /** The innermost one that holds an offset. */
  at(offset: number): Unit | undefined {
    const units = this.#units;
    let low = 0;
    let high = units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((units[middle] as Unit).s <= offset) low = middle + 1;
      else high = middle;
    }
    // The head of a class is behind what stands before it, and around what stands in it.
    for (let at = low - 1; at >= 0; at--) {
      const unit = units[at] as Unit;
      if (unit.e > offset || (unit.e === offset && unit.s === offset)) return unit;
    }
    return undefined;
  }

  get(key: string): Unit | undefined {
    return this.#byKey.get(key);
  }
}

const known: WeakMap<ModuleSummary, Units> = new WeakMap();

export function unitsIn(summary: ModuleSummary): Units {
  let units = known.get(summary);
  if (!units) known.set(summary, (units = new Units(summary)));
  return units;
}

function unitsOf({ lines, body, definitions }: ModuleSummary): readonly Unit[] {
  const byEnd = Map.groupBy(definitions, ({ e }) => e);
  const found: { readonly s: number; readonly e: number; readonly text: string; readonly place: number }[] = [];
  const counts = new Map<string, number>();
  /** `end` is where what is told of it ends: a class is told by its head. */
  const add = (within: string, s: number, e: number, end: number, says: string): void => {
    const first = lineOf(lines, s);
    const breaks: number[] = [];
    for (let line = first + 1; line < lines.length && (lines[line] as number) <= end; line++) breaks.push((lines[line] as number) - s);
    const text = `${within} ${hash("sha256", `${s - (lines[first] ?? 0)} ${end - s} ${breaks.join(",")} ${says}`).slice(0, 24)}`;
    const place = counts.get(text) ?? 0;
    counts.set(text, place + 1);
    found.push({ s, e, text, place });
  };
  const walk = (statements: readonly Stmt[], within: string): void => {
    for (const stmt of statements) {
      // Its decorators stand before it. What ends with it may hold it, or lie in it.
      const definition = stmt.k === "def" || stmt.k === "class" ? byEnd.get(stmt.e)?.findLast(({ s }) => s <= stmt.s) : undefined;
      const s = definition?.s ?? stmt.s;
      if (stmt.k === "def" && definition) add(within, s, stmt.e, stmt.e, definition.h);
      else if (stmt.k === "class") {
        add(within, s, stmt.e, stmt.b[0]?.s ?? stmt.e, relative({ ...stmt, e: s, b: [] }, s));
        walk(stmt.b, `${within}.${stmt.n}`);
      } else add(within, s, stmt.e, stmt.e, relative(stmt, s));
    }
  };
  walk(body, "");
  return found.map(({ s, e, text, place }) => ({ s, e, key: `${text}#${place}/${counts.get(text)}` }));
}

/** A node as text, with its offsets counted from the start of its unit. */
function relative(node: object, start: number): string {
  return JSON.stringify(node, (key, value: unknown) => ((key === "s" || key === "e" || key === "ns" || key === "ne") && typeof value === "number" ? value - start : value));
}

/** Number of the line, from 0, that holds an offset. */
export function lineOf(lines: readonly number[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
