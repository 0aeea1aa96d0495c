import { expect, test } from "vitest";
import { loadGenerators, named } from "./generators.ts";

test("the generators that are asked for are run, and all where none is", async () => {
  const generators = await loadGenerators();
  expect(named(generators, ["flask", "drf"]).map(({ name }) => name)).toEqual(["drf", "flask"]);
  expect(named(generators, undefined)).toEqual(generators);
});

test("a name that no generator has is an error that says the names", async () => {
  const generators = await loadGenerators();
  expect(() => named(generators, ["flask", "flaks"])).toThrow(/There is no generator flaks\. Name one of .*flask/);
});
