import { expect, it } from "vitest";
import { lineColumn, lineStarts, spanOf } from "./positions.ts";

it("lines end with LF, CR LF or CR", () => {
  expect(lineStarts("a\nb\r\nc\rd")).toEqual([0, 2, 5, 7]);
  expect(lineStarts("")).toEqual([0]);
});

it("lines and columns count from one, in UTF-16 code units", () => {
  const lines = lineStarts("😀x\n\nab");
  expect(lineColumn(lines, 0)).toEqual({ line: 1, column: 1 });
  expect(lineColumn(lines, 2)).toEqual({ line: 1, column: 3 });
  expect(lineColumn(lines, 4)).toEqual({ line: 2, column: 1 });
  expect(lineColumn(lines, 6)).toEqual({ line: 3, column: 2 });
  expect(lineColumn(lines, 7)).toEqual({ line: 3, column: 3 });
});

it("a span ends after its last character", () => {
  expect(spanOf("a.py", lineStarts("ab\ncd\n"), 1, 5)).toEqual({ path: "a.py", line: 1, column: 2, endLine: 2, endColumn: 3 });
});
