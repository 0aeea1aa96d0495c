import { expect, test } from "vitest";
import { at, endpoint, guard, model, read } from "../../test/model.ts";
import { unknownPosture } from "./unknown-posture.ts";

const foreign = (line: number) =>
  guard({ name: "vendor.auth.require_user", verdict: "unknown", span: at(line), reason: "the code of vendor.auth is not in the repository", proof: [{ span: at(line), note: "the call is not followed" }] });

test("a guard that could not be followed is one finding, however many endpoints it stands before", () => {
  const [finding, ...rest] = read(unknownPosture, model([1, 2].map((n) => endpoint(`GET /${n}`, { posture: "unknown", guards: [foreign(n)], span: at(n) }))));
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({
    message: "guard",
    severity: "low",
    text: "Whether `vendor.auth.require_user` rejects a caller without a credential could not be decided: the code of vendor.auth is not in the repository. 2 endpoints hang on it: GET /1 and GET /2.",
  });
});

test("a write weighs more", () => {
  expect(read(unknownPosture, model([endpoint("POST /a", { posture: "unknown", guards: [foreign(1)] })]))[0]).toMatchObject({ severity: "medium", report: { endpoint: "main POST /a" } });
});

test("without a guard, each place where knowledge ended is its own finding", () => {
  const ended = (line: number) => endpoint(`GET /${line}`, { posture: "unknown", reason: "the dependencies are computed", proof: [{ span: at(line), note: "not followed" }] });
  expect(read(unknownPosture, model([ended(9), ended(4)])).map((each) => each.report.span.line)).toEqual([4, 9]);
});

test("a place's line is no part of the finding's identity", () => {
  const moved = (line: number) => endpoint("GET /a", { posture: "unknown", reason: `the list at app/main.py:${line} is computed` });
  const [before] = read(unknownPosture, model([moved(9)]));
  const [after] = read(unknownPosture, model([moved(10)]));
  expect(before?.report.identity).toBe(after?.report.identity);
});

test("a decided endpoint and an approved one are silent", () => {
  const input = model([endpoint("GET /a"), endpoint("GET /b", { posture: "protected", guards: [guard()] }), endpoint("GET /c", { posture: "unknown" })], { approved: ["GET /c"] });
  expect(read(unknownPosture, input)).toEqual([]);
});
