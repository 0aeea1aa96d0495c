import { expect, it } from "vitest";
import type { ExtractInput } from "@muster/contract";
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
