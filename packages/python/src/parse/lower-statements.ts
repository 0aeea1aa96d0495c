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
  const out: Stmt[] = [];
  // A broken stretch can hold statements that belong to some inner block whose head is lost: those are not run here.
  const margin = table.hasError(parent) ? marginOf(l, parent) : 0;
  lowerInto(l, parent, out, { margin, sound: table.start(parent), doubtful: table.kind(parent) === errorKind });
  return out;
}

interface Stretch {
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
    const lost = isDefinition && stretch.doubtful && l.text.slice(stretch.sound, table.start(node)).includes("@");
    const stmt = lowerStatement(l, node, lost);
    if (stmt) out.push(stmt);
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

/** Column of a block's statements. */
function marginOf(l: Lowering, block: number): number {
  const { table } = l;
  if (block === 0) return 0;
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
