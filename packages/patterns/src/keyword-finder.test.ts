import { expect, it } from "vitest";
import { keywordAutomaton } from "./keyword-automaton.ts";
import { keywordFinder } from "./keyword-finder.ts";

interface Taken {
  readonly hits: readonly string[];
  readonly batches: number;
}

function all(make: typeof keywordAutomaton, keywords: readonly string[], bytes: Uint8Array): Taken {
  const hits: string[] = [];
  let batches = 0;
  make(keywords).scan(bytes, ({ count, keywords: found, ends }) => {
    for (let hit = 0; hit < count; hit++) hits.push(`${keywords[found[hit] ?? -1]}@${ends[hit]}`);
    return ++batches > 0;
  });
  return { hits, batches };
}

let state = 7;
function draw(bound: number): number {
  state = (state * 48_271) % 2_147_483_647;
  return state % bound;
}

/** Text over few characters, so that keywords overlap, lie in one another and are cut off at both ends. */
function text(length: number, characters: string): Buffer {
  return Buffer.from(Array.from({ length }, () => characters.charAt(draw(characters.length))).join(""));
}

const overlapping = ["aab", "aba", "baab", "bbb", "ab_", "_ab", "aaaa", "abbbabbb", "bab_ab_bab", "b__a"];
const ordinary = ["secret", "secret_key", "_key", "token", "ghp_", "://", "sk-ant-", "key", "password", '" ==', "AKIA", "-----BEGIN", "\\x5"];

it("finds what the automaton finds, in its order", () => {
  for (let round = 0; round < 200; round++) {
    const bytes = text(draw(90), "abAB_");
    expect(all(keywordFinder, overlapping, bytes)).toEqual(all(keywordAutomaton, overlapping, bytes));
  }
  for (let round = 0; round < 200; round++) {
    const bytes = Buffer.from(Array.from({ length: draw(12) }, () => [...ordinary, " ", "\n", "sec", "KEY", "é", "x"][draw(ordinary.length + 6)]).join(""));
    expect(all(keywordFinder, ordinary, bytes)).toEqual(all(keywordAutomaton, ordinary, bytes));
  }
});

it("bytes that share the low bits of a keyword's are told from it", () => {
  // `+%9` and `key` have the same low five bits.
  expect(Buffer.from("+%9").map((byte) => byte & 31)).toEqual(Buffer.from("key").map((byte) => byte & 31));
  expect(all(keywordFinder, ["key"], Buffer.from("+%9 KeY")).hits).toEqual(["key@7"]);
});

it("text that is made of keywords is handed to the automaton, and nothing is lost or told twice where that happens", () => {
  const bytes = text(300_000, "ab_");
  const { hits, batches } = all(keywordFinder, overlapping, bytes);
  expect(batches).toBeGreaterThan(2);
  expect(hits).toEqual(all(keywordAutomaton, overlapping, bytes).hits);
});

it("a keyword over and over comes in batches, until the taker has had enough", () => {
  const bytes = Buffer.from("token ".repeat(40_000));
  const { hits, batches } = all(keywordFinder, ["token", "ken"], bytes);
  expect(hits).toHaveLength(80_000);
  expect(batches).toBeGreaterThan(1);
  let taken = 0;
  keywordFinder(["token"]).scan(bytes, () => ++taken < 2);
  expect(taken).toBe(2);
});

it("what was taken of one text is not told of the next", () => {
  const finder = keywordFinder(["token"]);
  finder.scan(Buffer.from("token ".repeat(40_000)), () => false);
  const ends: number[] = [];
  finder.scan(Buffer.from("a token"), (hits) => ends.push(hits.ends[0] ?? 0) > 0);
  expect(ends).toEqual([7]);
});
