import { expect, it } from "vitest";
import { isEnclosed } from "./enclosing-line.ts";

const asked = (line: string): boolean => line.includes("ASKED");

it.each<[string, string, boolean]>([
  ["its own line", "x = 1\nASKED HERE\n", true],
  ["the line above that is indented less", "class ASKED:\n    x = 1\n\n    y = HERE\n", true],
  ["one further out", "class ASKED:\n    def f():\n        if x:\n            y = HERE\n", true],
  ["a line beside it", "ASKED\nHERE\n", false],
  ["a block that ended", "class ASKED:\n    x = 1\ny = HERE\n", false],
  ["a block beside its own", "class A:\n    def ASKED():\n        pass\n    def g():\n        HERE\n", false],
  ["what comes after it", "HERE\nclass ASKED:\n    pass\n", false],
])("%s", (_, text, expected) => {
  expect(isEnclosed(text, [text.indexOf("HERE")], asked)).toBe(expected);
});

it("of several offsets any will do, the last line's too", () => {
  const text = "a = 1\nclass ASKED:\n    b = 2";
  expect(isEnclosed(text, [2], asked)).toBe(false);
  expect(isEnclosed(text, [2, text.length - 1], asked)).toBe(true);
});
