import type { Span } from "@muster/contract";

/** Offset of the first character of each line. Lines end with LF, CR LF or, as of old, CR. */
export function lineStarts(text: string): number[] {
  const lines = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.push(at + 1);
    return lines;
  }
  for (const match of text.matchAll(/\r\n?|\n/g)) lines.push(match.index + match[0].length);
  return lines;
}

/** Line and column of an offset, both from 1; columns are UTF-16 code units. An offset beyond the text lies on its last line. */
export function lineColumn(lines: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

export function spanOf(path: string, lines: readonly number[], s: number, e: number): Span {
  const from = lineColumn(lines, s);
  // Most end on the line where they begin.
  const to = e < (lines[from.line] ?? 0) ? { line: from.line, column: from.column + e - s } : lineColumn(lines, e);
  return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
