import { expect, test } from "vitest";
import { Random } from "./random.ts";

test("a seed repeats what it gave, and another gives something else", () => {
  const drawn = (seed: number): number[] => {
    const random = new Random(seed);
    return random.list(20, 20, () => random.integer(0, 1000));
  };
  expect(drawn(7)).toEqual(drawn(7));
  expect(drawn(7)).not.toEqual(drawn(8));
});

test("every choice comes up, the first of mostly half of the time", () => {
  const random = new Random(1);
  const drawn = Array.from({ length: 3000 }, () => random.mostly(["a", "b", "c"]));
  const share = (choice: string): number => drawn.filter((one) => one === choice).length / drawn.length;
  expect(share("a")).toBeCloseTo(2 / 3, 1);
  expect(share("b")).toBeCloseTo(1 / 6, 1);
});

test("some of the choices are at least one, in their order", () => {
  const random = new Random(2);
  for (let round = 0; round < 100; round++) {
    const some = random.some([1, 2, 3]);
    expect(some.length).toBeGreaterThan(0);
    expect(some.toSorted()).toEqual(some);
  }
});
