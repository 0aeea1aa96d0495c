import { expect, test } from "vitest";
import { document, endpoint, model, optionalGuard, read } from "../../test/model.ts";
import { doc01 } from "../controls/doc-01.ts";
import { authDrift } from "./auth-drift.ts";

const sure = { posture: "protected" } as const;
const others = ["GET /items", "POST /items"].map((on) => endpoint(on, sure));
const openapi = (said: string) => ({ path: "openapi.yaml", text: document(["GET /items secured", "POST /items secured", said]) });
const on = (part: Parameters<typeof endpoint>[1], said: string, more: object = {}) => model({ endpoints: [...others, endpoint("DELETE /items/{id}", part)], files: [openapi(said)], ...more });

test.each([
  ["secured", { posture: "public" }, "claimed", "high", "fail"],
  ["secured", { posture: "public", guards: [optionalGuard] }, "optional", "medium", "fail"],
  ["open", sure, "denied", "low", "fail"],
  ["", sure, "unstated", "low", "fail"],
] as const)("a document that says %j of an endpoint that is %j", (said, part, message, severity, status) => {
  const input = on(part, `DELETE /items/{id} ${said}`);
  expect(read(authDrift, input).map((one) => [one.message, one.severity])).toEqual([[message, severity]]);
  expect([...doc01.judge(input)].at(-1)?.status).toBe(status);
});

test.each([
  ["secured", sure, "pass"],
  ["open", { posture: "public" }, "pass"],
  ["", { posture: "public" }, "pass"],
  ["secured", { posture: "unknown", reason: "not followed" }, "indeterminate"],
] as const)("%j and %j is no drift", (said, part, status) => {
  const input = on(part, `DELETE /items/{id} ${said}`);
  expect(read(authDrift, input)).toEqual([]);
  expect([...doc01.judge(input)].at(-1)?.status).toBe(status);
});

test("a document that names no credential anywhere says nothing that could be wrong", () => {
  const input = model({ endpoints: others, files: [{ path: "openapi.yaml", text: document(["GET /items", "POST /items"]) }] });
  expect(read(authDrift, input)).toEqual([]);
  expect([...doc01.judge(input)].map(({ status }) => status)).toEqual(["not_applicable", "not_applicable"]);
});

test("an approved public endpoint is still told, lower", () => {
  expect(read(authDrift, on({ posture: "public" }, "DELETE /items/{id} secured", { approved: ["DELETE /items/{id}"] }))[0]).toMatchObject({ severity: "low", text: expect.stringContaining("approves it as public") });
});

test("security of the whole document is one finding, with the endpoints that it is wrong about", () => {
  const input = model({ endpoints: [endpoint("GET /a"), endpoint("GET /b"), endpoint("GET /c", sure)], files: [{ path: "openapi.yaml", text: document(["GET /a", "GET /b", "GET /c"], "security: [{key: []}]\n") }] });
  expect(read(authDrift, input).map(({ text }) => text)).toEqual(["openapi.yaml asks for a credential everywhere, by the `security` of the whole document, and the code lets anyone call GET /a, GET /b."]);
});
