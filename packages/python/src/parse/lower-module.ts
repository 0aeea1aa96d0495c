import type { ModuleSummary, Stmt } from "../syntax.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerStatements } from "./lower-statements.ts";
import type { Lowering } from "./lowering.ts";
import type { SyntaxTable } from "./syntax-table.ts";

/** The module's statements as plain data, from the columns of its syntax tree. */
export function lowerModule(text: string, table: SyntaxTable): Omit<ModuleSummary, "lines"> {
  const l: Lowering = {
    text,
    table,
    ascii: !/[^\0-\x7F]/.test(text),
    errors: [],
    depth: 0,
    cut: false,
    yields: false,
    asEnd: -1,
    asTarget: -1,
    expression: (node) => lowerExpression(l, node),
    statements: (parent) => lowerStatements(l, parent),
  };
  const body: Stmt[] = table.count === 0 ? [] : lowerStatements(l, 0);
  const errors = outermost([...table.errors.map((node) => ({ s: table.start(node), e: table.end(node) })), ...l.errors]);
  return l.cut ? { body, errors, cut: true } : { body, errors };
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
