import type { Json } from "@muster/contract";
import { expect, it } from "vitest";
import { candidates } from "./extractor.ts";
import secrets from "./index.ts";
import { optionsSchema } from "./options.ts";
import { alnum, sampleOf } from "./part.ts";

const secret = `acme_${sampleOf([alnum(32)])}`;
const acme: { readonly [key: string]: Json } = { id: "acme-token", title: "Acme token", keywords: ["acme_"], pattern: "acme_[0-9A-Za-z]{32}", examples: [`token: ${secret}`] };
const optionsWith = (change: { readonly [key: string]: Json } = {}): Json => ({ engine: "portable", hashKey: "00".repeat(32), formats: [{ ...acme, ...change }] });

it("a format of the operator's finds what it says, before the built-in ones", async () => {
  const options = optionsWith();
  await candidates.prepare?.(options);
  const bytes = Buffer.from(`api_key = "${secret}"\n`);
  const fact = candidates.extract({ file: { path: "a.py", size: bytes.length, role: "source" }, bytes, text: () => "", options });
  expect(fact?.candidates).toMatchObject([{ format: "acme-token", title: "Acme token", kind: "provider-token", confidence: "medium" }]);
});

it.each<[string, { readonly [key: string]: Json }, RegExp]>([
  ["lookaround", { pattern: "acme_(?=x)" }, /Rule "acme-token" cannot be used: it has lookaround, .*name the forbidden neighbour/],
  ["too short a keyword", { keywords: ["ac"] }, /its keyword "ac" is shorter than three characters/],
  ["a pattern that RE2 refuses", { pattern: "acme_[0-9]{4,5000}" }, /Rule "acme-token" cannot be used: RE2 refuses/],
  ["the id of a built-in one", { id: "github-token" }, /another rule of the set has the same id/],
  ["an example that it does not find", { examples: ["acme-none"] }, /does not find its own example "acme-none…"; check its keywords/],
  ["an entropy that its example does not have", { minEntropy: 7 }, /below minEntropy/],
])("one with %s is refused, by name", async (_, change, message) => {
  await expect(secrets.checkOptions?.(optionsWith(change))).rejects.toThrow(message);
});

it("the schema names everything that a format may say", () => {
  expect(optionsSchema).toMatchObject({ properties: { formats: { items: { additionalProperties: false, required: ["id", "title", "keywords", "pattern", "examples"] } } } });
});
