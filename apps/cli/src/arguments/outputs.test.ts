import path from "node:path";
import { expect, test } from "vitest";
import { readOutputs, type Format, type Output } from "./outputs.ts";
import { parseArguments } from "./parse-arguments.ts";

const formats: readonly Format[] = ["terminal", "json", "sarif", "openapi"];

function outputs(...args: readonly string[]): readonly Output[] {
  return readOutputs(parseArguments(args, "scan", ["format", "output", "cache", "quiet", "help"]), formats, "/here");
}

test("without a word the report goes to the terminal", () => {
  expect(outputs()).toEqual([{ format: "terminal" }]);
});

test("each format takes the output after it", () => {
  expect(outputs("--format", "json", "--output", "a.json", "--format=sarif", "-o", "b.sarif")).toEqual([
    { format: "json", file: path.resolve("/here/a.json") },
    { format: "sarif", file: path.resolve("/here/b.sarif") },
  ]);
});

test("one report can be printed while another is written", () => {
  expect(outputs("--format", "terminal", "--format", "json", "--output", "a.json")).toEqual([{ format: "terminal" }, { format: "json", file: path.resolve("/here/a.json") }]);
});

test.each([
  ["x.sarif", "sarif"],
  ["x.sarif.json", "sarif"],
  ["x.openapi.json", "openapi"],
  ["x.json", "json"],
  ["x.txt", "terminal"],
] as const)("the ending of %s says %s", (file, format) => {
  expect(outputs("--output", file)).toEqual([{ format, file: path.resolve("/here", file) }]);
});

test.each([
  [["--format", "jsno"], "Did you mean json?"],
  [["--output", "report"], "does not say which format"],
  [["--format", "json", "--format", "sarif"], "cannot both go to standard output"],
  [["-o", "a.json", "-o", "./a.json"], "is named twice"],
  [["--format"], "--format needs a value"],
  [["--quite"], "Did you mean --quiet?"],
  [["--no-quiet"], "has no option --no-quiet"],
  [["--quiet=yes"], "takes no value"],
])("%j is refused: %s", (args, message) => {
  expect(() => outputs(...args)).toThrow(message);
});

test("an option after two dashes is an operand", () => {
  expect(parseArguments(["--", "--quiet"], "scan", ["quiet"]).positionals).toEqual(["--quiet"]);
});
