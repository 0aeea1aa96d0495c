import { expect, it } from "vitest";
import type { ExtractInput, Json } from "@muster/contract";
import { asSummary, moduleExtractor } from "./module-extractor.ts";

function input(text: string): ExtractInput {
  const bytes = Buffer.from(text);
  return { file: { path: "a.py", size: bytes.length, role: "source" }, bytes, text: () => text, options: null };
}

it("a module becomes a fact that JSON carries unchanged, and the same one each time", async () => {
  await moduleExtractor.prepare?.(null);
  const source = "@a\ndef f(x: int = -1) -> None:\n  '''doc'''\n  yield f'{x!r}', 1e999, 'é😀'\n";
  const fact = moduleExtractor.extract(input(source));
  expect(JSON.parse(JSON.stringify(fact))).toEqual(fact);
  expect(JSON.stringify(moduleExtractor.extract(input(source)))).toBe(JSON.stringify(fact));
  expect(asSummary(fact ?? null).body).toHaveLength(1);
});

it.each([
  ["a comment behind the last statement", "def f():\n    return 1\n\n# more\n", true],
  ["the last line without its end", "def f():\n    return 1", true],
  ["a comment in a line of its own before it", "# more\ndef f():\n    return 1\n", false],
  ["another constant", "def f():\n    return 2\n", false],
  ["one line more inside", "def f():\n\n    return 1\n", false],
  ["a statement more", "def f():\n    return 1\nf()\n", false],
])("what linking makes of a module after a change: %s", async (_, text, same) => {
  await moduleExtractor.prepare?.(null);
  const fact = (source: string): Json => JSON.parse(JSON.stringify(moduleExtractor.extract(input(source)))) as Json;
  expect(moduleExtractor.saysTheSame?.(fact("def f():\n    return 1\n"), fact(text))).toBe(same);
});
