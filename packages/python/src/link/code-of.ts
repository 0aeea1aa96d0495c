import type { Definition, ModuleSummary } from "../syntax.ts";

/** The content of the innermost function or class that a line belongs to, its decorators included; undefined outside of all. */
export function codeOf(summary: ModuleSummary, line: number): string | undefined {
  const start = summary.lines[line - 1];
  if (start === undefined) return undefined;
  const end = summary.lines[line] ?? Number.POSITIVE_INFINITY;
  let innermost: Definition | undefined;
  // Nested ones come behind what holds them.
  for (const definition of summary.definitions) if (definition.s < end && definition.e > start) innermost = definition;
  return innermost?.h;
}
