import { expect, test } from "vitest";
import { readPage } from "./read-page.ts";

const page = (...lines: string[]): ReturnType<typeof readPage> => readPage("rule.md", lines.join("\n"));

test("blocks of the two sections are examples, others are only shown", () => {
  const read = page("# auth/rule", "```python", "shown()", "```", "## Found", "Text.", "```python", "# file: a.py", "x = 1", "```", "## Not found", "```yaml", "# file: b.yml", "y: 1", "```", "## How to mend it", "```python", "fix()", "```");
  expect(read.title).toBe("auth/rule");
  expect(read.found).toEqual([{ name: "rule.md:7", files: [{ path: "a.py", text: "# file: a.py\nx = 1\n" }] }]);
  expect(read.notFound.map((each) => each.files[0]?.path)).toEqual(["b.yml"]);
});

test("a block can hold several files, which come sorted", () => {
  const read = page("## Found", "```python", "# file: b.py", "b = 1", "# file: a.py", "a = 1", "```");
  expect(read.found[0]?.files).toEqual([
    { path: "a.py", text: "# file: a.py\na = 1\n" },
    { path: "b.py", text: "# file: b.py\nb = 1\n" },
  ]);
});

test("a heading in a block is code", () => {
  expect(page("## Found", "```python", "# file: a.py", "## Not found", "```").found[0]?.files[0]?.text).toContain("## Not found");
});

test("a secret that is kept apart in the page is whole in the example", () => {
  expect(page("## Found", "```python", "# file: a.py", 'key = "to<wbr>ken"', "```").found[0]?.files[0]?.text).toContain('key = "token"');
});

test.each([
  ["an example without its file", ["## Found", "```python", "x = 1", "```"], "rule.md:2: the first line of an example says which file it is"],
  ["an empty example", ["## Found", "```python", "```"], "rule.md:2: this example is empty"],
  ["a file that is there twice", ["## Found", "```python", "# file: a.py", "# file: a.py", "```"], "rule.md:2: a file is there twice"],
  ["a block that never ends", ["## Found", "```python", "# file: a.py"], "rule.md:2: this block never ends"],
])("%s is refused", (_, lines, why) => {
  expect(() => page(...lines)).toThrow(why);
});
