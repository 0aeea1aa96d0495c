import { controlCatalogue, type ControlResult, type ControlStatus } from "@muster/contract";
import { expect, test } from "vitest";
import { completeResults } from "./complete-results.ts";

const controls = controlCatalogue.filter(({ id }) => id === "AUTHN-01" || id === "SECRET-01");
const endpoints = [{ id: "a" }, { id: "b" }];
const said = (control: string, status: ControlStatus, endpoint?: string, reason = "So it is."): ControlResult => ({ control, status, reason, proof: [], ...(endpoint !== undefined && { endpoint }) });
const outline = (results: readonly ControlResult[]): string[] => results.map(({ control, endpoint = "repository", status, reason }) => `${control} ${endpoint} ${status}: ${reason}`);
const complete = (results: readonly ControlResult[], errors: readonly ControlResult[] = [], decided: readonly string[] = ["AUTHN-01", "SECRET-01"]): string[] => outline(completeResults({ controls, decided: new Set(decided), endpoints, results, errors }));

test("what no judge spoke of is undecided, with the reason", () => {
  expect(complete([said("AUTHN-01", "pass", "b")])).toEqual(["AUTHN-01 a indeterminate: Its judge said nothing of this.", "AUTHN-01 b pass: So it is.", "SECRET-01 repository indeterminate: Its judge said nothing of this."]);
});

test("what no plugin decides is undecided for every endpoint", () => {
  expect(complete([], [], []).every((line) => line.endsWith("indeterminate: No plugin of this scan decides it."))).toBe(true);
  expect(complete([], [], [])).toHaveLength(3);
});

test("where a judge failed, every endpoint has an error, and so has the repository", () => {
  expect(complete([], [said("AUTHN-01", "error", undefined, "It threw."), said("SECRET-01", "error", undefined, "It threw.")])).toEqual(["AUTHN-01 repository error: It threw.", "AUTHN-01 a error: It threw.", "AUTHN-01 b error: It threw.", "SECRET-01 repository error: It threw."]);
});

test("of two judges of one control the worse word holds, whatever their order", () => {
  const two = [said("AUTHN-01", "pass", "a"), said("AUTHN-01", "indeterminate", "a"), said("AUTHN-01", "not_applicable", "b"), said("AUTHN-01", "fail", "b")];
  for (const results of [two, two.toReversed()]) expect(complete(results).slice(0, 2)).toEqual(["AUTHN-01 a indeterminate: So it is.", "AUTHN-01 b fail: So it is."]);
});

test("a pass beside a judge that failed is an error; a fail stays one", () => {
  expect(complete([said("AUTHN-01", "pass", "a"), said("AUTHN-01", "fail", "b")], [said("AUTHN-01", "error", undefined, "It threw.")]).slice(1, 3)).toEqual(["AUTHN-01 a error: It threw.", "AUTHN-01 b fail: So it is."]);
});

test("a control of the repository that its judge decides by endpoint is complete by endpoint", () => {
  expect(complete([said("SECRET-01", "pass", "a")]).slice(2)).toEqual(["SECRET-01 a pass: So it is.", "SECRET-01 b indeterminate: Its judge said nothing of this."]);
});
