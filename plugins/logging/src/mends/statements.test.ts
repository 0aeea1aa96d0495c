import { expect, test } from "vitest";
import { partsAtCommas, statementsOf } from "./statements.ts";

const shown = (text: string) => statementsOf(text).map(({ line, endLine, indent, text: one }) => [line, endLine, indent, one]);

test("a statement goes on in brackets, in strings of several lines and after a backslash", () => {
  expect(shown('a = f(\n  1,\n)\nb = """x\ny"""\nc = 1 + \\\n  2\n')).toEqual([[1, 3, 0, "a = f(\n  1,\n)"], [4, 5, 0, 'b = """x\ny"""'], [6, 7, 0, "c = 1 + \\\n  2"]]);
});

test("brackets in strings and comments are text; comments by themselves are no statements", () => {
  expect(shown("# (\nif x:\n    y = '('  # [\n\n    z()")).toEqual([[2, 2, 0, "if x:"], [3, 3, 4, "y = '('"], [5, 5, 4, "z()"]]);
});

test("commas within brackets and strings part nothing", () => {
  expect(partsAtCommas('a, b: dict[str, int] = {"x,": 1}, *c')).toEqual(["a", 'b: dict[str, int] = {"x,": 1}', "*c"]);
});
