import type { ModuleSummary, Stmt } from "../syntax.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerPart, lowerStatements, type Stretch } from "./lower-statements.ts";
import type { Lowering } from "./lowering.ts";
import type { SyntaxTable } from "./syntax-table.ts";

/** The module's statements as plain data, from the syntax of its parts in the order of the text. */
export function lowerModule(text: string, parts: readonly SyntaxTable[]): Omit<ModuleSummary, "lines" | "definitions"> {
  const ascii = !/[^\0-\x7F]/.test(text);
  const body: Stmt[] = [];
  const errors: { s: number; e: number }[] = [];
  const stretch: Stretch = { margin: 0, sound: 0, doubtful: false };
  let cut = false;
  for (const table of parts) {
    // A later part begins behind something that did not parse.
    if (table !== parts[0]) stretch.doubtful = true;
    const l = lowering(text, table, ascii);
    for (const stmt of lowerPart(l, stretch)) body.push(stmt);
    for (const node of table.errors) errors.push({ s: table.start(node), e: table.end(node) });
    for (const place of l.errors) errors.push(place);
    cut ||= l.cut;
  }
  return cut ? { body, errors: outermost(errors), cut: true } : { body, errors: outermost(errors) };
}

function lowering(text: string, table: SyntaxTable, ascii: boolean): Lowering {
  const l: Lowering = {
    text,
    table,
    ascii,
    errors: [],
    depth: 0,
    cut: false,
    yields: false,
    asEnd: -1,
    asTarget: -1,
    expression: (node) => lowerExpression(l, node),
    statements: (parent) => lowerStatements(l, parent),
  };
  return l;
}

/** In the order of the text, without those inside another. */
function outermost(places: { s: number; e: number }[]): { s: number; e: number }[] {
  places.sort((a, b) => a.s - b.s || b.e - a.e);
  const kept: { s: number; e: number }[] = [];
  let end = -1;
  for (const place of places) {
    if (place.e <= end) continue;
    kept.push(place);
    end = place.e;
  }
  return kept;
}
