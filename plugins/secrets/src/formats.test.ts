import { compileRules, type Engine, loadEngine, verifyRules } from "@muster/patterns";
import { describe, expect, it } from "vitest";
import { formats } from "./formats.ts";
import { vendors } from "./vendors/index.ts";

const portable: Engine = await loadEngine({ engine: "portable" });
const rules = compileRules(formats, portable);

it("every format is a rule that RE2 takes", () => {
  expect(() => verifyRules(formats, portable)).not.toThrow();
});

it.each(vendors.map((vendor) => [vendor.name, vendor] as const))("%s names a page of its own documentation", (_, { source, formats: own }) => {
  expect(URL.canParse(source)).toBe(true);
  expect(own).not.toEqual([]);
});

it("a vendor has one module", () => {
  const names = vendors.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each(formats.map((format) => [format.id, format] as const))("%s", (id, format) => {
  it("finds its examples, and the secret in them", () => {
    const examples = format.examples();
    expect(examples).not.toEqual([]);
    for (const { text, secret } of examples) {
      const found = rules.scan(Buffer.from(text)).matches.filter((match) => match.rule.id === id && match.refused === undefined);
      expect(found.map((match) => (format.kind === "private-key" ? secret : match.value))).toContain(secret);
      expect(format.issued?.(secret) ?? true).toBe(true);
    }
  });
});
