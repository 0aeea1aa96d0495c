import { describe, expect, it } from "vitest";
import { heldBy, isHeld, leadOf, leads } from "./lead.ts";
import type { PatternRule } from "./pattern-rule.ts";

const rule = (pattern: string, ...keywords: string[]): PatternRule => ({ id: "x", keywords, pattern, scope: "keyword" });

describe("the lead of a pattern", () => {
  it.each<[string, string[], number]>([
    ["pat[0-9A-Za-z]{14}\\.[0-9a-f]{64}", ["pat"], 14],
    ["(?:AKIA|ASIA)[A-Z2-7]{16}", ["AKIA", "ASIA"], 16],
    ["hooks\\.slack\\.com\\/services\\/[A-Z]{8,12}", ["hooks.slack.com/services/"], 8],
    ["xoxe-[0-9]{1}-", ["xoxe-"], 1],
  ])("of %s is its class, as often as it must stand there", (pattern, keywords, least) => {
    expect(leadOf(rule(pattern, ...keywords))?.least).toBe(least);
  });

  it.each<[string, string[]]>([
    ["(?:AKIA|ASIA)[A-Z2-7]{16}", ["AKIA"]],
    ["pat[^0-9]{14}", ["pat"]],
    ["pat?[0-9]{14}", ["pat"]],
    ["pat[0-9]+", ["pat"]],
    ["pat(?:[0-9]{3})?", ["pat"]],
    ["(?i:pat)[0-9]{14}", ["pat"]],
    ["p.t[0-9]{14}", ["pat"]],
    ["pat|[0-9]{14}", ["pat"]],
  ])("of %s is not known", (pattern, keywords) => {
    expect(leadOf(rule(pattern, ...keywords))).toBeUndefined();
  });

  it("of a pattern in either case is not known", () => {
    expect(leadOf({ ...rule("pat[0-9]{14}", "pat"), ignoreCase: true })).toBeUndefined();
  });

  it("is there up to its last character, and not where the text ends before", () => {
    const lead = leadOf(rule("pat[0-9]{4}", "pat"));
    expect(lead).toBeDefined();
    if (lead === undefined) return;
    expect(leads(Buffer.from("pat1234"), 3, lead)).toBe(true);
    expect(leads(Buffer.from("pat123x"), 3, lead)).toBe(false);
    expect(leads(Buffer.from("pat123"), 3, lead)).toBe(false);
  });
});

describe("what a rule says that its matches hold", () => {
  const lead = heldBy({ ...rule("key.*([0-9a-f]{6})", "key"), holds: { class: "[0-9a-f]", least: 6 } });
  const holds = (text: string, to = 100): boolean => lead !== undefined && isHeld(Buffer.from(text), 3, to, lead);

  it.each(["key012345", "key = 012345", "key xx 12345 x 0123456789", "key-----abcdef-"])("is found wherever it lies: %s", (text) => {
    expect(holds(text)).toBe(true);
  });

  it.each(["key", "key01234", "key 01234 56789 abcde", "012345key", "key 0123g45678"])("is not where there is less of it, or it lies before: %s", (text) => {
    expect(holds(text)).toBe(false);
  });

  it("lies within the bound", () => {
    expect(holds("key   012345", 12)).toBe(true);
    expect(holds("key   012345", 11)).toBe(false);
  });

  it("is not known of a rule that says nothing", () => {
    expect(heldBy(rule("key[0-9]{3}", "key"))).toBeUndefined();
  });
});
