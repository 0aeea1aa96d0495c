import { expect, test } from "vitest";
import { progressLine } from "./progress-bar.ts";

test("a bar fills with the work", () => {
  expect(progressLine({ stage: "read", done: 50, total: 100, note: "5 of 10 files" }, 80)).toBe(`read       ${"━".repeat(12)}${"─".repeat(12)}  5 of 10 files`);
});

test("without a total there is no bar", () => {
  expect(progressLine({ stage: "discover", done: 0, total: 0 }, 80)).toBe("discover ");
});

test("a line fits its terminal and holds no control characters", () => {
  const line = progressLine({ stage: "link", done: 1, total: 2, note: `\u001b[31m${"x".repeat(200)}` }, 60);
  expect([...line]).toHaveLength(60);
  expect(line).toContain("\\x1b[31m");
});
