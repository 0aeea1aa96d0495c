import type { Stmt } from "../syntax.ts";
import { compoundStatements } from "./lower-compound-statement.ts";
import { lowerDefinition } from "./lower-definition.ts";
import { simpleStatements } from "./lower-simple-statement.ts";
import { bad, depthLimit, type Lowering } from "./lowering.ts";
import { errorKind, kind, type NamedKind } from "./node-kinds.ts";

type Lower = (l: Lowering, node: number) => Stmt | undefined;

const byKind: (Lower | undefined)[] = [];
const simple = new Set<number>();
for (const name of Object.keys(compoundStatements) as NamedKind[]) byKind[kind[name]] = compoundStatements[name];
for (const name of Object.keys(simpleStatements) as NamedKind[]) {
  byKind[kind[name]] = simpleStatements[name];
  simple.add(kind[name]);
}
const definitions = new Set([kind.function_definition, kind.class_definition, kind.decorated_definition]);

/** The statements of a block or module, in order. Around and inside what did not parse, whole statements at the same depth are kept. */
export function lowerStatements(l: Lowering, parent: number): Stmt[] {
  const { table } = l;
  if (table.kind(parent) === kind.block && table.next(parent) === parent + 1) l.errors.push({ s: table.start(parent), e: table.end(parent) });
  const out: Stmt[] = [];
  const margin = table.hasError(parent) ? marginOf(l, parent) : 0;
  lowerInto(l, parent, out, { margin, sound: table.start(parent), doubtful: table.kind(parent) === errorKind });
  return out;
}

/** The statements of a part of a module. `stretch` goes on from part to part. */
export function lowerPart(l: Lowering, stretch: Stretch): Stmt[] {
  const out: Stmt[] = [];
  if (l.table.kind(0) === errorKind) stretch.doubtful = true;
  if (l.table.count > 0) lowerInto(l, 0, out, stretch);
  return out;
}

export interface Stretch {
  /** Column of the statements. A broken stretch can hold some of an inner block whose head is lost: those are left out. */
  readonly margin: number;
  /** End of the last statement that parsed. */
  sound: number;
  /** Something since then did not parse. */
  doubtful: boolean;
}

function lowerInto(l: Lowering, parent: number, out: Stmt[], stretch: Stretch): void {
  const { table } = l;
  const inError = table.kind(parent) === errorKind;
  const end = table.next(parent);
  for (let node = parent + 1; node < end; node = table.next(node)) {
    const at = table.kind(node);
    if (at === errorKind) {
      stretch.doubtful = true;
      const before = out.at(-1);
      if (before && before.e <= table.start(node) && isOneLine(l, before.e, table.start(node))) out[out.length - 1] = doubted(before);
      if (l.depth < depthLimit) {
        l.depth++;
        lowerInto(l, node, out, stretch);
        l.depth--;
      } else l.cut = true;
      continue;
    }
    const isDefinition = definitions.has(at);
    if (!isDefinition && !byKind[at]) continue;
    if (inError && (indentAt(l, table.start(node)) !== stretch.margin || (!isDefinition && table.hasError(node)))) continue;
    const lost = isDefinition && stretch.doubtful && endsInDecorator(l.text.slice(stretch.sound, table.start(node)));
    const stmt = lowerStatement(l, node, lost);
    // What follows something broken on its line, as `a()` does in a torn `@a()`, settles nothing.
    const torn = stretch.doubtful && indentAt(l, table.start(node)) < 0;
    if (stmt) out.push(torn ? doubted(stmt) : stmt);
    if (torn) continue;
    stretch.sound = table.end(node);
    stretch.doubtful = inError;
  }
}

function lowerStatement(l: Lowering, node: number, lost: boolean): Stmt | undefined {
  const { table } = l;
  const at = table.kind(node);
  if (l.depth >= depthLimit) {
    l.cut = true;
    return { k: "expr", s: table.start(node), e: table.end(node), v: bad(l, node) };
  }
  if (simple.has(at) && table.broken.has(node)) return { k: "expr", s: table.start(node), e: table.end(node), v: bad(l, node) };
  l.depth++;
  const stmt = definitions.has(at) ? lowerDefinition(l, node, lost) : byKind[at]?.(l, node);
  l.depth--;
  return stmt;
}

/** Does the last decorator in a stretch of text still wait for its definition? */
function endsInDecorator(text: string): boolean {
  const last = [...text.matchAll(/^[ \t]*@/gm)].at(-1);
  return last !== undefined && !/^[ \t]*(?:async[ \t]+def|def|class)\b/m.test(text.slice(last.index));
}

function isOneLine(l: Lowering, from: number, to: number): boolean {
  return to - from < 200 && /^[ \t]*$/.test(l.text.slice(from, to));
}

/** A statement on whose line something did not parse: what it binds stays bound, to nobody knows what. */
function doubted(stmt: Stmt): Stmt {
  const { s, e } = stmt;
  switch (stmt.k) {
    case "assign":
    case "ann":
    case "aug":
    case "return":
      return { ...stmt, v: { k: "bad", s, e } };
    case "expr":
    case "raise":
    case "assert":
      return { k: "expr", s, e, v: { k: "bad", s, e } };
    default:
      return stmt;
  }
}

/** Column of a block's statements. */
function marginOf(l: Lowering, block: number): number {
  const { table } = l;
  const end = table.next(block);
  for (let node = block + 1; node < end; node = table.next(node)) {
    const indent = indentAt(l, table.start(node));
    if (indent >= 0) return indent;
  }
  return -1;
}

/** Characters before an offset on its line; -1 where they are not all blank. */
function indentAt(l: Lowering, offset: number): number {
  const line = l.text.lastIndexOf("\n", offset - 1) + 1;
  return offset - line < 500 && l.text.slice(line, offset).trim() === "" ? offset - line : -1;
}
