import { describe, expect, it } from "vitest";
import { loadEngine } from "./engine.ts";
import type { PatternRule } from "./pattern-rule.ts";
import { allowanceFor, compileRules } from "./rule-set.ts";

const engine = await loadEngine({ engine: "portable" });
const acme: PatternRule = { id: "acme", keywords: ["acme_"], pattern: "acme_([0-9a-z]{8})", scope: "keyword" };
const suffix: PatternRule = { id: "suffix", keywords: ["-dc1"], pattern: "[0-9a-f]{8}-dc1[0-9]", scope: "lines" };
const far: PatternRule = { id: "far", keywords: ["begin far"], pattern: "begin far[^#]{0,900}#end", scope: "file", after: "any" };

function values(rules: readonly PatternRule[], text: string | Buffer): string[] {
  return compileRules(rules, engine)
    .scan(Buffer.from(text))
    .matches.map((match) => match.value);
}

describe("a rule that begins with its keyword", () => {
  it("gives the first group as the value, with its offsets in bytes", () => {
    const [match] = compileRules([acme], engine).scan(Buffer.from("é acme_0123abcd;")).matches;
    expect(match).toMatchObject({ start: 3, end: 16, valueStart: 8, valueEnd: 16, value: "0123abcd", group: 1 });
  });

  it("does not begin inside a word, nor end in one", () => {
    expect(values([acme], "xacme_0123abcd")).toEqual([]);
    expect(values([acme], "acme_0123abcdX")).toEqual([]);
  });

  it("begins after an escape of a string literal or of a URL", () => {
    expect(values([acme], '"\\nacme_0123abcd" %3Dacme_0123abce')).toEqual(["0123abcd", "0123abce"]);
  });

  it("is case-sensitive though its keyword is looked for in either case", () => {
    expect(values([acme], "ACME_0123abcd")).toEqual([]);
    expect(values([{ ...acme, ignoreCase: true }], "ACME_0123abcd")).toEqual(["0123abcd"]);
  });
});

describe("a rule that bounds its value", () => {
  const bounded: PatternRule = { id: "bounded", keywords: ["acme_"], pattern: "acme_([0-9a-z]+)", scope: "keyword", most: 8 };

  it("takes values up to that many bytes, and none beyond", () => {
    expect(values([bounded], "acme_01234567 acme_012345678")).toEqual(["01234567"]);
    expect(values([{ ...bounded, scope: "lines" }], "acme_01234567 acme_012345678")).toEqual(["01234567"]);
  });

  it("says the same of whole files", () => {
    const matches = compileRules([bounded], engine).scanWhole(Buffer.from("acme_01234567 acme_012345678")).matches;
    expect(matches.map(({ value }) => value)).toEqual(["01234567"]);
  });
});

describe("a rule whose keyword lies elsewhere in the match", () => {
  it("is searched in the lines around the keyword", () => {
    expect(values([suffix], "a\nkey = 0123abcd-dc12\nb")).toEqual(["0123abcd-dc12"]);
  });

  it("finds each match once though windows overlap", () => {
    expect(values([suffix], "0123abcd-dc11 0123abce-dc12\n0123abcf-dc13\n")).toEqual(["0123abcd-dc11", "0123abce-dc12", "0123abcf-dc13"]);
  });

  it("is found in the middle of a line of five million bytes", () => {
    const line = Buffer.alloc(5_000_000, "é");
    line.write(" 0123abcd-dc12 ", 2_500_000);
    expect(values([suffix], line)).toEqual(["0123abcd-dc12"]);
  });

  it("spans the file where it asks for it", () => {
    expect(values([far], `begin far${"\nline".repeat(100)}#end`)).toHaveLength(1);
  });
});

it("what a rule's own measure refuses is kept, with the measure's name", () => {
  const rules = compileRules([{ ...acme, minEntropy: 2 }, { ...acme, id: "checked", check: (value) => value.startsWith("1") }], engine);
  expect(rules.scan(Buffer.from("acme_00000000")).matches.map((match) => match.refused)).toEqual(["entropy", "check"]);
});

it("a file made of keywords ends when its budget does, and says so", () => {
  const rules = compileRules([acme], engine);
  expect(rules.scan(Buffer.from("acme_ ".repeat(1_000_000))).complete).toBe(false);
  expect(rules.scan(Buffer.from("acme_ ".repeat(1000))).complete).toBe(true);
});

it("texts that share an allowance spend it together", () => {
  const rules = compileRules([acme], engine);
  const text = Buffer.from("acme_ ".repeat(1000));
  const allowance = allowanceFor(0);
  const before = allowance.left;
  expect(rules.scan(text, allowance).complete).toBe(true);
  const spent = before - allowance.left;
  expect(spent).toBeGreaterThan(0);
  allowance.left = spent + 1;
  expect(rules.scan(text, allowance).complete).toBe(true);
  expect(rules.scan(text, allowance).complete).toBe(false);
});

it("a match that is refused for its length costs more than one that is passed over", () => {
  const open = { ...acme, pattern: "acme_[a-z_]*", after: "any", reach: 600, most: 500 } as const;
  const rules = compileRules([open], engine);
  const cost = (text: string): number => {
    const allowance = allowanceFor(0);
    const before = allowance.left;
    rules.scan(Buffer.from(text), allowance);
    return before - allowance.left;
  };
  const accepted = cost(`acme_${"a".repeat(400)}`);
  expect(cost(`acme_${"a".repeat(600)}`)).toBeGreaterThan(accepted * 4);
});

it("windows find what a search of the whole file finds", () => {
  let state = 7;
  const draw = (bound: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
  const pieces = ["acme_", "0123abcd", "-dc1", "1", "\n", " ", "x", "é", "begin far", "#end", "_", "deadbeef"];
  const rules = compileRules([acme, suffix], engine);
  for (let round = 0; round < 200; round++) {
    const text = Buffer.from(Array.from({ length: 120 }, () => pieces[draw(pieces.length)]).join(""));
    expect(rules.scan(text).matches).toEqual(rules.scanWhole(text).matches);
  }
});
