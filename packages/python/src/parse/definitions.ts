import { hash } from "node:crypto";
import type { Definition, Stmt } from "../syntax.ts";

/** Every function and class of a module in the order of the text, nested ones behind what holds them. */
export function definitionsOf(text: string, body: readonly Stmt[]): readonly Definition[] {
  const found: Definition[] = [];
  const walk = (statements: readonly Stmt[]): void => {
    for (const stmt of statements) {
      if (stmt.k === "def" || stmt.k === "class") {
        // A decorator's `@` stands before its expression.
        const first = Math.min(stmt.s, ...stmt.d.map(({ s }) => s));
        const s = first < stmt.s ? Math.max(0, text.lastIndexOf("@", first)) : stmt.s;
        found.push({ s, e: stmt.e, h: codeId(text.slice(s, stmt.e)) });
      }
      for (const block of blocksOf(stmt)) walk(block);
    }
  };
  walk(body);
  return found;
}

/** Tells one piece of code from another; a checkout with other line ends is the same code. */
function codeId(text: string): string {
  return hash("sha256", text.replaceAll("\r\n", "\n")).slice(0, 16);
}

function blocksOf(stmt: Stmt): readonly (readonly Stmt[])[] {
  switch (stmt.k) {
    case "def":
    case "class":
    case "with":
      return [stmt.b];
    case "if":
    case "for":
    case "while":
      return [stmt.b, stmt.o];
    case "try":
      return [stmt.b, ...stmt.h.map(({ b }) => b), stmt.o, stmt.f];
    case "match":
      return stmt.c.map(({ b }) => b);
    default:
      return [];
  }
}
