import { expect, test } from "vitest";
import { perMinute } from "./rate.ts";

test.each([
  ["5/minute", 5],
  ["10 per 2 minutes", 5],
  ["100/h", 100 / 60],
  ["3/10 seconds", 18],
  ["5/m", 5],
  ["200 per day, 50 per hour", 200 / 1440],
  ["100/day;3/minute", 100 / 1440],
  ["5/60 seconds", 5],
])("%s lets %d through in a minute", (text, count) => {
  expect(perMinute(text)).toBeCloseTo(count);
});

test.each(["often", "5/fortnight", "/minute", "5/0 seconds"])("%s is not known", (text) => {
  expect(perMinute(text)).toBeUndefined();
});
