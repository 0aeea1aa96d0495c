import type { ControlResult, Endpoint, LinkedModel } from "@muster/contract";
import { expect, test } from "vitest";
import { newPasses, silentLosses } from "./damage-effects.ts";
import type { Run } from "./run-plugins.ts";

const span = { path: "a.py", line: 1, column: 1, endLine: 1, endColumn: 1 };
const endpoint = (posture: Endpoint["posture"]): Endpoint => ({
  id: "1", application: "a", method: "GET", path: "/a", handler: { symbol: "f", span }, span, posture, proof: [{ span, note: "it raises" }], guards: [], parameters: [], hidden: false, deprecated: false, conditions: [], tags: [],
});
const run = (endpoints: readonly Endpoint[], status?: ControlResult["status"]): Run => ({ applications: [], endpoints, said: [], models: [], results: status === undefined ? [] : [{ control: "AUTHN-01", endpoint: "1", status, reason: "because", proof: [] }] });

test("an endpoint that damage protects is a new pass, and one that it hides is not", () => {
  expect(newPasses(run([endpoint("public")]), run([endpoint("protected")]))).toEqual(["GET /a became protected: it raises"]);
  expect(newPasses(run([]), run([endpoint("protected")]))).toEqual(["GET /a became protected: it raises"]);
  expect(newPasses(run([endpoint("public")]), run([]))).toEqual([]);
  expect(newPasses(run([endpoint("protected")]), run([endpoint("unknown")]))).toEqual([]);
});

test("a control that damage lets pass is a new pass", () => {
  const whole = run([endpoint("public")], "fail");
  expect(newPasses(whole, run([endpoint("public")], "pass"))).toEqual(["AUTHN-01 of GET /a became a pass: because"]);
  expect(newPasses(whole, run([endpoint("public")], "indeterminate"))).toEqual([]);
});

test("an endpoint that is lost without a word is a silent loss, and one whose file is called damaged is not", () => {
  const model = (damaged: readonly string[]): LinkedModel => ({
    applications: [], endpoints: [], coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] }, consulted: [], missed: [], damaged, trace: () => undefined,
  });
  const whole = run([endpoint("public")]);
  expect(silentLosses(whole, { ...run([]), models: [model([])] })).toEqual(["GET /a is gone, and nothing says that something was not analysed"]);
  expect(silentLosses(whole, { ...run([]), models: [model(["a.py"])] })).toEqual([]);
  expect(silentLosses(whole, { ...whole, models: [model([])] })).toEqual([]);
});
