import { compileRules, type Engine, loadEngine, verifyRules } from "@muster/patterns";
import { describe, expect, it } from "vitest";
import { formats } from "./formats.ts";

const portable: Engine = await loadEngine({ engine: "portable" });
const rules = compileRules(formats, portable);

it("every format is a rule that RE2 takes", () => {
  expect(() => verifyRules(formats, portable)).not.toThrow();
});

describe.each(formats.map((format) => [format.id, format] as const))("%s", (id, format) => {
  it("finds its examples, and the secret in them", () => {
    const examples = format.examples();
    expect(examples).not.toEqual([]);
    for (const { text, secret } of examples) {
      const found = rules.scan(Buffer.from(text)).matches.filter((match) => match.rule.id === id && match.refused === undefined);
      expect(found.map((match) => (format.kind === "private-key" ? secret : match.value))).toContain(secret);
    }
  });
});
