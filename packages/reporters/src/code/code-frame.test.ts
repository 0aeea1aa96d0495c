import { expect, test } from "vitest";
import { sampleResult, span } from "../../test/sample-result.ts";
import { createPen } from "../text/pen.ts";
import { codeFrame } from "./code-frame.ts";
import { sourceLines } from "./source-lines.ts";

const options = { pen: createPen(false), width: 60, around: 1 };

function frame(text: string, place: ReturnType<typeof span>): readonly string[] {
  return codeFrame(place, sourceLines(sampleResult, () => text), options);
}

test("the mark stands under the part that is meant, after tabs and wide characters", () => {
  expect(frame('\tname = "日本"; run()\n', span("a.py", 1, 15, 1, 20))).toEqual(['1 │     name = "日本"; run()', "  │                    ─────"]);
});

test("of a line of megabytes only the part around the place is shown", () => {
  const text = `${"a".repeat(5_000_000)}HERE${"b".repeat(5_000_000)}`;
  const lines = frame(text, span("a.py", 1, 5_000_001, 1, 5_000_005));
  expect(lines[0]).toContain("aaHEREbb");
  expect(lines[1]?.indexOf("─")).toBe(lines[0]?.indexOf("HERE"));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
});

test("a long place is cut, and says where it ends", () => {
  const lines = frame("x\n".repeat(50), span("a.py", 10, 1, 40, 2));
  expect(lines.length).toBeLessThan(12);
  expect(lines.at(-1)).toContain("to line 40");
});

test("there is no frame for a place that the file does not have", () => {
  expect(frame("one\n", span("a.py", 9))).toEqual([]);
});
