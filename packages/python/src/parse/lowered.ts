import type { Expr, ModuleSummary, Stmt } from "../syntax.ts";
import { loadPythonParser } from "./parser.ts";
import { summarise } from "./summarise.ts";

/** For tests: lowers one source after another. */
export async function loadLowering(): Promise<(source: string) => ModuleSummary> {
  const parser = await loadPythonParser();
  return (source) => summarise(parser, source);
}

/** Plain data without the offsets, so that a test says what matters to it. */
export function bare(value: readonly Stmt[] | Stmt | Expr | undefined): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (key, inner: unknown) => (["s", "e", "ns", "ne"].includes(key) && typeof inner === "number" ? undefined : inner)));
}

/** The expression that is all of a source. */
export function soleExpression({ body }: ModuleSummary): Expr {
  const [stmt] = body;
  if (body.length !== 1 || stmt?.k !== "expr") throw new Error(`The source is ${JSON.stringify(body)}, not one expression.`);
  return stmt.v;
}
