import { compareSpans } from "./span.ts";
import type { Edit } from "./fix.ts";

/**
 * The text with edits of one file made, in whatever order they are given. Line ends of the text stay as they are; those
 * of an edit become the text's own. Throws where an edit lies outside of the text, or two overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const offset = (line: number, column: number): number => {
    const start = starts[line - 1];
    const at = (start ?? Number.NaN) + column - 1;
    if (start === undefined || at > (starts[line] ?? text.length)) throw new RangeError(`There is no column ${column} of line ${line}: the text is another one.`);
    return at;
  };
  let made = "";
  let done = 0;
  for (const { span, text: inserted } of edits.toSorted((a, b) => compareSpans(a.span, b.span))) {
    const from = offset(span.line, span.column);
    const to = offset(span.endLine, span.endColumn);
    if (from < done || to < from) throw new RangeError(`The edit of line ${span.line} overlaps another.`);
    made += text.slice(done, from) + inserted.replaceAll("\n", lineEnd);
    done = to;
  }
  return made + text.slice(done);
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
}
