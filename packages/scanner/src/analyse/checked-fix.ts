import { compareSpans, type Edit, type Fix } from "@muster/contract";
import { isSpan } from "./is-span.ts";

/** A fix that can be applied as it stands; throws where it is none. Its edits come back in the order of their places. */
export function checkedFix(fix: Fix): Fix {
  if (typeof fix !== "object" || fix === null || typeof fix.title !== "string" || fix.title === "") throw new TypeError("a fix has no title");
  if (!Array.isArray(fix.edits) || fix.edits.length === 0 || !fix.edits.every(isEdit)) throw new TypeError("a fix has no edits, or one without place and text");
  const edits = fix.edits.toSorted((a, b) => compareSpans(a.span, b.span));
  for (const [index, edit] of edits.entries()) {
    const next = edits[index + 1];
    if (next !== undefined && touches(edit, next)) throw new TypeError(`a fix edits ${next.span.path}:${next.span.line} twice`);
  }
  return { title: fix.title, edits: edits.map(({ span: { path, line, column, endLine, endColumn }, text }) => ({ span: { path, line, column, endLine, endColumn }, text })) };
}

function isEdit(edit: Edit | undefined): boolean {
  if (typeof edit !== "object" || edit === null || typeof edit.text !== "string" || !isSpan(edit.span)) return false;
  const { line, column, endLine, endColumn } = edit.span;
  return line < endLine || (line === endLine && column <= endColumn);
}

/** Whether two edits in order overlap. Two insertions at one place do as well: which comes first would be a guess. */
function touches({ span: a }: Edit, { span: b }: Edit): boolean {
  if (a.path !== b.path) return false;
  return b.line < a.endLine || (b.line === a.endLine && b.column < a.endColumn) || (a.line === b.line && a.column === b.column);
}
