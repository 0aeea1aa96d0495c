import { expect, test } from "vitest";
import { wantsColour } from "./colour.ts";

test.each([
  ["a terminal", undefined, {}, true, true],
  ["a pipe", undefined, {}, false, false],
  ["NO_COLOR", undefined, { NO_COLOR: "1" }, true, false],
  ["an empty NO_COLOR, which does not count", undefined, { NO_COLOR: "" }, true, true],
  ["FORCE_COLOR in a pipe", undefined, { FORCE_COLOR: "1" }, false, true],
  ["FORCE_COLOR=0", undefined, { FORCE_COLOR: "0" }, true, false],
  ["NO_COLOR against FORCE_COLOR", undefined, { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  ["--color against NO_COLOR", true, { NO_COLOR: "1" }, false, true],
  ["--no-color", false, { FORCE_COLOR: "1" }, true, false],
  ["a dumb terminal", undefined, { TERM: "dumb" }, true, false],
])("%s", (_, option, env, isTTY, expected) => {
  expect(wantsColour(option, env, { isTTY })).toBe(expected);
});
