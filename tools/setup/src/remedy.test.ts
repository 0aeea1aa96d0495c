import { expect, test } from "vitest";

import { remedyFor } from "./remedy.mjs";
import { SetUpError } from "./set-up-error.mjs";

test.each([
  ["npm error code ENOTFOUND\nnpm error request failed", "registry could not be reached"],
  ["npm error code EACCES\nnpm error syscall mkdir", "no permission"],
  ["npm error code ENOSPC\nnpm error errno -28", "disk is full"],
  ["npm error code E401", "refused the request"],
  ["npm error code EINTEGRITY", "recorded hash"],
  ["`npm ci` can only install packages when your package.json and package-lock.json are in sync", "disagree"],
])("%s: the remedy speaks of it", (output, remedy) => {
  expect(remedyFor(output)).toContain(remedy);
});

test("a text that says nothing known has no remedy made up for it", () => {
  expect(remedyFor("something else")).toBeUndefined();
});

test("a report names the failure, the command, its last words and what to do", () => {
  const error = new SetUpError("npm failed.", "Try again.", { command: "npm ci", output: "one\ntwo", cause: new Error("spawn") });
  expect(error.report()).toBe("npm failed.\n  command: npm ci\n  | one\n  | two\n  cause: spawn\n  what to do: Try again.");
});
