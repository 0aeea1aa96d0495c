import { expect, it } from "vitest";
import { holdsTripleQuoted } from "./triple-quoted.ts";

it.each<[string, string, boolean]>([
  ["a docstring", 'def f():\n    """Say\n    HERE."""\n', true],
  ["another mark", "x = '''\nHERE'''\n", true],
  ["one that never ends", 'x = """\nHERE\n', true],
  ["a string of one line", 'x = "HERE"\n', false],
  ["behind a docstring", '"""Doc."""\nx = "HERE"\n', false],
  ["behind one with quotes in it", '"""It\'s "so" \\""" too."""\nx = "HERE"\n', false],
  ["three quotes in a comment", '# """ no\nx = "HERE"\n', false],
  ["three quotes in a string", "x = '\"\"\"'\ny = 'HERE'\n", false],
  ["an empty string", 'x = ""\ny = "HERE"\n', false],
  ["an apostrophe in a comment", "# don't\nx = 'HERE'\n", false],
  ["a string that is not closed", "x = 'a\ny = '''\nHERE'''\n", true],
])("%s", (_, text, expected) => {
  expect(holdsTripleQuoted(text, [text.indexOf("HERE")])).toBe(expected);
});

it("of several places, any will do; time is linear", () => {
  const text = `${'x = "a"\n'.repeat(100_000)}"""HERE"""\n`;
  expect(holdsTripleQuoted(text, [5, text.length])).toBe(false);
  expect(holdsTripleQuoted(text, [5, text.indexOf("HERE")])).toBe(true);
});
