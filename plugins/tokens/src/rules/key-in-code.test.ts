import { expect, test } from "vitest";
import { byDefault, called, read, reports, unknown } from "../../test/model.ts";
import { keyInCode } from "./key-in-code.ts";

const fixed = { algorithms: ["HS256"] };

test("a literal key is reported, and one from elsewhere is not", () => {
  expect(read(keyInCode, called("jwt.decode", 3, [unknown, "correct horse"], fixed), called("jwt.decode", 4, [unknown, unknown], fixed))).toEqual(["3 literal high"]);
});

test("a default that the environment replaces is a lesser finding; an empty one is none", () => {
  expect(read(keyInCode, called("jwt.decode", 3, [unknown, byDefault("battery staple")], fixed), called("jwt.decode", 4, [unknown, byDefault("")], fixed))).toEqual(["3 default medium"]);
});

test("what issues and verifies with one key is one finding, two keys are two", () => {
  const [issue, verify] = [called("jwt.encode", 3, [unknown, "one"]), called("jwt.decode", 4, [unknown, "one"], fixed)];
  expect(read(keyInCode, issue, verify)).toEqual(["3 literal high"]);
  expect(read(keyInCode, issue, verify, called("jwt.decode", 5, [unknown, "two"], fixed))).toEqual(["3 literal high", "5 literal high"]);
});

test("the key is never shown", () => {
  const [report] = reports(keyInCode, called("jwt.encode", 3, [unknown, "correct horse"]));
  expect(JSON.stringify(report)).not.toContain("correct horse");
  expect(report?.showCode).toBe(false);
});
