import { expect, test } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import type { Edit } from "./fix.ts";

const edit = (line: number, column: number, endLine: number, endColumn: number, text: string): Edit => ({ span: { path: "a.py", line, column, endLine, endColumn }, text });

test.each([
  ["a replacement", "one\ntwo\n", [edit(2, 1, 2, 4, "zwei")], "one\nzwei\n"],
  ["an insertion", "f(a)\n", [edit(1, 4, 1, 4, ", b")], "f(a, b)\n"],
  ["a deletion over lines", "a\nb\nc\n", [edit(1, 2, 3, 1, "")], "ac\n"],
  ["several, in any order", "a b c\n", [edit(1, 5, 1, 6, "C"), edit(1, 1, 1, 2, "A")], "A b C\n"],
  ["a new line in a file of Windows", "a\r\nb\r\n", [edit(2, 1, 2, 1, "x\n")], "a\r\nx\r\nb\r\n"],
  ["at the end of a file without a last line break", "a", [edit(1, 2, 1, 2, "\nb")], "a\nb"],
  ["columns that count UTF-16 code units", "x = '😀'\n", [edit(1, 6, 1, 8, "y")], "x = 'y'\n"],
])("%s is made", (_name, text, edits, made) => {
  expect(applyEdits(text, edits)).toBe(made);
  expect(applyEdits(text, edits.toReversed())).toBe(made);
});

test.each([
  ["behind the last line", [edit(9, 1, 9, 1, "x")]],
  ["behind the end of its line", [edit(1, 9, 1, 9, "x")]],
  ["over another", [edit(1, 1, 1, 3, "x"), edit(1, 2, 1, 4, "y")]],
])("an edit %s is refused", (_name, edits) => {
  expect(() => applyEdits("abc\n", edits)).toThrow(RangeError);
});
