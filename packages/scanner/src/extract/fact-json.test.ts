import { expect, test } from "vitest";
import { encodeFact } from "./fact-json.ts";

test("plain data is encoded as it is", () => {
  const fact = { a: [1, "two", null, true, { b: [] }], "": "" };
  expect(encodeFact(fact)).toEqual({ status: "encoded", bytes: Buffer.from(JSON.stringify(fact)) });
});

test.each<[string, unknown, string]>([
  ["a function", { a: { call: () => 1 } }, 'not JSON: function under "call"'],
  ["undefined inside", { a: undefined }, 'not JSON: undefined under "a"'],
  ["undefined in a list", [undefined], "not JSON: undefined"],
  ["a big integer", { n: 1n }, 'not JSON: bigint under "n"'],
  ["NaN", { n: Number.NaN }, 'not JSON: NaN under "n"'],
  ["infinity", [Number.POSITIVE_INFINITY], "not JSON: Infinity"],
  ["a map", { m: new Map() }, 'not JSON: an object of class Map under "m"'],
  ["a date", new Date(0), "not JSON: an object of class Date"],
  ["a symbol", Symbol("s"), "not JSON: symbol"],
])("%s is refused", (_, fact, reason) => {
  expect(encodeFact(fact)).toEqual({ status: "refused", reason: expect.stringContaining(reason) });
});

test("a fact that holds itself is refused", () => {
  const fact: { self?: unknown } = {};
  fact.self = fact;
  expect(encodeFact(fact)).toEqual({ status: "refused", reason: expect.stringContaining("refers to itself") });
});
