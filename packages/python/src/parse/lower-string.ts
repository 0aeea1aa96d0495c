import type { Expr } from "../syntax.ts";
import { decodeString, stringFlags } from "./literals.ts";
import { bad, firstNamed, type Lowering } from "./lowering.ts";
import { errorKind, kind } from "./node-kinds.ts";

type Part = string | Expr;

interface Pieces {
  readonly parts: Part[];
  bytes: boolean;
  text: boolean;
  spec: boolean;
}

export function lowerString(l: Lowering, node: number): Expr {
  if (l.text.charAt(l.table.start(node)) === "`") {
    // Python 2's `repr`, which the grammar takes for quotes.
    l.errors.push({ s: l.table.start(node), e: l.table.end(node) });
    return bad(l, node);
  }
  const pieces: Pieces = { parts: [], bytes: false, text: false, spec: false };
  addString(l, node, pieces);
  return joined(l, node, pieces);
}

/** `"a" f"{b}" "c"` is one string. */
export function lowerConcatenatedString(l: Lowering, node: number): Expr {
  const { table } = l;
  const pieces: Pieces = { parts: [], bytes: false, text: false, spec: false };
  const end = table.next(node);
  for (let child = node + 1; child < end; child = table.next(child)) {
    if (table.broken.has(child)) return bad(l, node);
    addString(l, child, pieces);
  }
  return pieces.bytes && pieces.text ? bad(l, node) : joined(l, node, pieces);
}

/** A string literal without holes, on one or several lines: what Python takes for a docstring. */
export function plainString(l: Lowering, node: number): string | undefined {
  const at = l.table.kind(node);
  if (at !== kind.string && at !== kind.concatenated_string) return undefined;
  if (l.table.hasError(node)) return undefined;
  const end = l.table.next(node);
  for (let child = node + 1; child < end; child++) {
    if (l.table.kind(child) !== kind.string_start) continue;
    const flags = stringFlags(l.text.slice(l.table.start(child), l.table.end(child)));
    if (flags.bytes || flags.format) return undefined;
  }
  const value = at === kind.string ? lowerString(l, node) : lowerConcatenatedString(l, node);
  return value.k === "const" && typeof value.v === "string" ? value.v : undefined;
}

function joined(l: Lowering, node: number, pieces: Pieces): Expr {
  const s = l.table.start(node);
  const e = l.table.end(node);
  const only = pieces.parts[0] ?? "";
  if (pieces.parts.length <= 1 && typeof only === "string") return pieces.bytes ? { k: "bytes", s, e, v: only } : { k: "const", s, e, v: only };
  return pieces.spec ? { k: "fstr", s, e, parts: pieces.parts, spec: true } : { k: "fstr", s, e, parts: pieces.parts };
}

function addString(l: Lowering, node: number, pieces: Pieces): void {
  const { table, text } = l;
  const opening = node + 1;
  const end = table.next(node);
  const prefix = text.slice(table.start(opening), table.end(opening));
  const flags = stringFlags(prefix);
  const quotes = prefix.replace(/^[a-zA-Z]+/, "").length;
  if (flags.bytes) pieces.bytes = true;
  else pieces.text = true;
  let from = table.end(opening);
  for (let child = table.next(opening); child < end; child = table.next(child)) {
    const at = table.kind(child);
    if (at !== kind.interpolation && at !== kind.string_end) continue;
    // In `r"\""` the grammar takes the escaped quote into the end.
    const to = at === kind.string_end ? table.end(child) - quotes : table.start(child);
    addText(pieces, decodeString(text.slice(from, to), flags));
    from = table.end(child);
    if (at === kind.interpolation) addHole(l, child, pieces);
  }
}

function addHole(l: Lowering, node: number, pieces: Pieces): void {
  const { table, text } = l;
  const end = table.next(node);
  const value = firstNamed(l, node);
  if (value < 0) {
    pieces.parts.push(bad(l, node));
    return;
  }
  const shown = /^\s*=\s*/.exec(text.slice(table.end(value), table.end(node)));
  if (shown) {
    // `{x=}` writes the expression before its value.
    addText(pieces, text.slice(table.start(node) + 1, table.end(value)) + shown[0]);
    pieces.spec = true;
  }
  for (let child = table.next(value); child < end; child = table.next(child)) if (table.kind(child) !== errorKind) pieces.spec = true;
  pieces.parts.push(l.expression(value));
}

function addText(pieces: Pieces, text: string): void {
  if (text === "") return;
  const last = pieces.parts.length - 1;
  const before = pieces.parts[last];
  if (typeof before === "string") pieces.parts[last] = before + text;
  else pieces.parts.push(text);
}
