import { expect, it } from "vitest";
import { keywordAutomaton } from "./keyword-automaton.ts";

function found(keywords: readonly string[], text: string): string[] {
  const hits: string[] = [];
  keywordAutomaton(keywords).scan(Buffer.from(text), (batch) => {
    for (let index = 0; index < batch.count; index++) hits.push(`${keywords[batch.keywords[index] ?? -1]}@${batch.ends[index]}`);
    return true;
  });
  return hits.sort();
}

/** Every occurrence of every keyword, the slow way. */
function naive(keywords: readonly string[], text: string): string[] {
  const lower = text.toLowerCase();
  return keywords
    .flatMap((keyword) => {
      const ends: string[] = [];
      for (let at = lower.indexOf(keyword.toLowerCase()); at !== -1; at = lower.indexOf(keyword.toLowerCase(), at + 1)) ends.push(`${keyword}@${at + keyword.length}`);
      return ends;
    })
    .sort();
}

it("keywords that overlap or lie in one another are all found", () => {
  expect(found(["she", "hers", "ers", "secret_key", "secret"], "ushers secret_key")).toEqual(["ers@6", "hers@6", "secret@13", "secret_key@17", "she@4"]);
});

it("ASCII letters match in either case, other bytes as they are", () => {
  expect(found(["Token=", "://"], "TOKEN=a tOkEn=b ://")).toEqual(["://@19", "Token=@14", "Token=@6"]);
  expect(found(["abc"], "äbc ABC")).toEqual(["abc@8"]);
});

it("on generated text the hits are those of a plain search", () => {
  const keywords = ["aab", "aba", "baab", "bbb", "ab_", "_ab", "aaaa"];
  let state = 1;
  for (let round = 0; round < 50; round++) {
    const text = Array.from({ length: 400 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return "abAB_".charAt(state % 5);
    }).join("");
    expect(found(keywords, text)).toEqual(naive(keywords, text));
  }
});

it("hits come in batches, all of them, until the taker has had enough", () => {
  const automaton = keywordAutomaton(["aaa"]);
  const batches: number[] = [];
  automaton.scan(Buffer.alloc(100_000, "a"), ({ count }) => batches.push(count) > 0);
  expect(batches.length).toBeGreaterThan(1);
  expect(batches.reduce((sum, count) => sum + count, 0)).toBe(99_998);
  let taken = 0;
  automaton.scan(Buffer.alloc(100_000, "a"), () => ++taken < 2);
  expect(taken).toBe(2);
});
