import { errorKind, kind } from "./node-kinds.ts";
import type { PythonParser } from "./parser.ts";
import type { SyntaxTable } from "./syntax-table.ts";

/** Characters that may be parsed again to save what stands behind errors. */
const secondLooks = 2_000_000;

/**
 * Parses a text, and behind an error that swallows the definitions after it once more from the next of them. Each part
 * covers the text from where the one before it ends, and counts offsets from the start of the text.
 */
export function parseInParts(parser: PythonParser, text: string): SyntaxTable[] {
  const parts: SyntaxTable[] = [];
  let budget = secondLooks;
  let from = 0;
  let table = parser.parse(text);
  if (table.kind(0) !== kind.module) {
    const whole = wholeHead(parser, text);
    if (whole) {
      parts.push(whole.head);
      from = whole.end;
      table = parser.parse(blank(text, 0, from) + text.slice(from));
    }
  }
  for (;;) {
    const swallowed = table.errors.length === 0 ? -1 : firstSwallowed(table, text, from);
    if (swallowed < 0 || budget < text.length) return [...parts, table];
    budget -= text.length;
    parts.push(parser.parse(blank(text, 0, from) + text.slice(from, swallowed)));
    table = parser.parse(blank(text, 0, swallowed) + text.slice(swallowed));
    from = swallowed;
  }
}

/** How many statements at the end may be given up to save those before them. */
const tailStatements = 12;

/**
 * Something that never ends (a bracket, a string) can take the whole module with it. The longest beginning that parses
 * without an error, cut before one of the last statements.
 */
function wholeHead(parser: PythonParser, text: string): { readonly head: SyntaxTable; readonly end: number } | undefined {
  if (text.length > secondLooks / tailStatements) return undefined;
  const starts = [...text.matchAll(opening)].map((match) => match.index);
  for (const end of starts.slice(-tailStatements).reverse()) {
    if (end === 0) return undefined;
    const head = parser.parse(text.slice(0, end));
    if (head.errors.length === 0) return { head, end };
  }
  return undefined;
}

/** White space with the same lines, so that offsets stay. */
function blank(text: string, from: number, to: number): string {
  return text.slice(from, to).replaceAll(/[^\n]/g, " ");
}

/** Lines that open a statement of a module wherever they stand, strings aside. */
const opening = /^(?:@|(?:async[ \t]+)?def[ \t]|class[ \t]|import[ \t]|from[ \t])/gm;

/** The first such line that the tree hides in something that did not parse; -1 where all are accounted for. */
function firstSwallowed(table: SyntaxTable, text: string, from: number): number {
  const firstError = table.start(table.errors[0] ?? 0);
  const known = new Set<number>();
  const broken: { s: number; e: number }[] = [];
  const isModule = table.kind(0) === kind.module;
  if (!isModule) broken.push({ s: table.start(0), e: text.length });
  const end = table.next(0);
  for (let node = 1; node < end; node = table.next(node)) {
    if (isModule) known.add(table.start(node));
    if (!table.hasError(node) && table.kind(node) !== errorKind) continue;
    broken.push({ s: table.start(node), e: table.end(node) });
    // Decorators and what they decorate are found, whatever the error among them.
    if (table.kind(node) === kind.decorated_definition) addParts(table, node, text, known);
  }
  opening.lastIndex = Math.max(from + 1, firstError);
  let stretch = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const at = match.index;
    while (stretch < broken.length && (broken[stretch]?.e ?? 0) <= at) stretch++;
    const within = broken[stretch];
    if (!within) return -1;
    if (within.s < at && !known.has(at) && !inString(table, at)) return at;
  }
  return -1;
}

/** Up to a definition that did not parse: decorators behind it are of another. */
function addParts(table: SyntaxTable, decorated: number, text: string, known: Set<number>): void {
  const end = table.next(decorated);
  for (let part = decorated + 1; part < end; part = table.next(part)) {
    if (table.kind(part) === errorKind && /^(?:async\s+def|def|class)\s/.test(text.slice(table.start(part), table.start(part) + 100))) return;
    known.add(table.start(part));
  }
}

/** Does the place lie in a string that is sound? */
function inString(table: SyntaxTable, offset: number): boolean {
  for (let node = 0; node < table.count; node++) {
    if (table.start(node) > offset) return false;
    if (table.kind(node) === kind.string && table.end(node) > offset && !table.hasError(node)) return true;
  }
  return false;
}
