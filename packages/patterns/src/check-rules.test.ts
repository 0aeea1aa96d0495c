import { expect, it } from "vitest";
import { loadEngine } from "./engine.ts";
import type { PatternRule } from "./pattern-rule.ts";
import { compileRules, verifyRules } from "./rule-set.ts";

const engine = await loadEngine({ engine: "portable" });
const rule = (change: Partial<PatternRule>): PatternRule => ({ id: "acme", keywords: ["acme_"], pattern: "acme_[a-z]{4}", scope: "keyword", ...change });

it.each([
  ["lookaround", { pattern: "acme_(?=x)" }, /Rule "acme" cannot be used: it has lookaround/],
  ["a lookbehind", { pattern: "(?<!x)acme_" }, /lookaround/],
  ["a backreference", { pattern: "(a)cme_\\1" }, /backreference/],
  ["a word boundary", { pattern: "\\bacme_" }, /word boundary/],
  ["an anchor", { pattern: "^acme_" }, /anchor/],
  ["a short keyword", { keywords: ["ac"] }, /keyword "ac" is shorter than three characters/],
  ["a keyword outside ASCII", { keywords: ["schlüssel"] }, /other than printable ASCII/],
  ["no keyword", { keywords: [] }, /no keyword/],
])("a rule with %s is refused, by name", (_, change, message) => {
  expect(() => compileRules([rule(change)], engine)).toThrow(message);
});

it("two rules of one id are refused", () => {
  expect(() => compileRules([rule({}), rule({})], engine)).toThrow(/same id/);
});

it("what RE2 itself refuses is named with its rule", () => {
  expect(() => verifyRules([rule({ pattern: "acme_[a-z]{4,5000}" })], engine)).toThrow(/Rule "acme" cannot be used: RE2 refuses/);
});

it("a dollar sign in a class or behind a backslash is no anchor", () => {
  expect(() => verifyRules([rule({ pattern: "acme_[$^]\\$" })], engine)).not.toThrow();
});
