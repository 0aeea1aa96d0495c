import { expect, test } from "vitest";
import { at, endpoint, guard, model, results } from "../../test/model.ts";
import { authn01 } from "./authn-01.ts";

const guarded = endpoint("GET /me", { posture: "protected", guards: [guard()] });

test("each posture has its status, with the proof of the endpoint", () => {
  const endpoints = [guarded, endpoint("GET /open"), endpoint("GET /approved"), endpoint("GET /unknown", { posture: "unknown", reason: "the guard is computed" }), endpoint("OPTIONS /open")];
  const found = results(authn01, model(endpoints, { approved: ["GET /approved"] }));
  expect(found.filter((result) => result.endpoint !== undefined).map((result) => [result.status, result.reason])).toEqual([
    ["pass", "`app.deps.get_current_user` rejects callers without a valid credential."],
    ["fail", "Anyone can call it: nothing on its way looks at the caller."],
    ["pass", "It is on the approved public list."],
    ["indeterminate", "Its guards could not be decided: the guard is computed."],
    ["not_applicable", "A preflight carries no credential, so OPTIONS must answer without one."],
  ]);
  expect(found[0]?.proof).toEqual(guarded.proof);
});

test("the repository passes only when every endpoint does and nothing is missing", () => {
  expect(results(authn01, model([guarded])).at(-1)).toMatchObject({ status: "pass", reason: "Of 1 endpoint, each authenticates its caller or is approved as public." });
  expect(results(authn01, model([guarded, endpoint("GET /open")])).at(-1)?.status).toBe("fail");
  expect(results(authn01, model([guarded, endpoint("GET /x", { posture: "unknown" })])).at(-1)?.status).toBe("indeterminate");
});

test("a mount that could not be resolved keeps the repository from passing", () => {
  const unresolved = [{ what: "mount" as const, reason: "the router is computed", span: at(8) }];
  const result = results(authn01, model([guarded], { coverage: { unresolved } })).at(-1);
  expect(result).toMatchObject({ status: "indeterminate", proof: [{ span: at(8), note: "mount: the router is computed" }] });
});

test("no endpoint is not a pass", () => {
  expect(results(authn01, model([]))).toEqual([{ status: "not_applicable", reason: "No endpoint was found.", proof: [] }]);
});
