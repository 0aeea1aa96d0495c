import { expect, test } from "vitest";
import { document, endpoint, model, read } from "../../test/model.ts";
import { shadowEndpoint } from "./shadow-endpoint.ts";

const described = ["GET /items", "POST /items", "GET /items/{id}"];
const served = described.map((on) => endpoint(on.replace("{id}", "{item_id}")));
const openapi = { path: "openapi.yaml", text: document(described) };

test.each([
  ["POST", "public", "high"],
  ["GET", "public", "medium"],
  ["POST", "protected", "low"],
  ["POST", "unknown", "medium"],
] as const)("%s that is %s and in no document is %s", (method, posture, severity) => {
  const [finding, ...rest] = read(shadowEndpoint, model({ endpoints: [...served, endpoint(`${method} /refunds`, { posture })], files: [openapi] }));
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ message: "shadow", severity });
  expect(finding?.text).toContain(`${method} /refunds is served, and openapi.yaml does not describe it.`);
});

test("without a document nothing is a shadow", () => {
  expect(read(shadowEndpoint, model({ endpoints: served, files: [] }))).toEqual([]);
});

test.each(["test", "vendored"] as const)("a document among %s files describes nothing", (role) => {
  expect(read(shadowEndpoint, model({ endpoints: [...served, endpoint("POST /refunds")], files: [{ ...openapi, role }] }))).toEqual([]);
});

test("a document of tests counts where the configuration names it", () => {
  const options = { documents: [{ path: "openapi.yaml" }] };
  expect(read(shadowEndpoint, model({ endpoints: [...served, endpoint("POST /refunds")], files: [{ ...openapi, role: "test" }], options }))).toHaveLength(1);
});

test("a document that the configuration ignores describes nothing", () => {
  for (const ignore of [["openapi.yaml"], ["docs/"]]) {
    const files = [{ ...openapi, path: ignore[0] === "docs/" ? "docs/openapi.yaml" : "openapi.yaml" }];
    expect(read(shadowEndpoint, model({ endpoints: [...served, endpoint("POST /refunds")], files, options: { ignore } }))).toEqual([]);
  }
});

test("two documents describe together", () => {
  const files = [openapi, { path: "v2.yaml", text: document(["POST /refunds", "GET /refunds", "DELETE /refunds/{id}"]) }];
  expect(read(shadowEndpoint, model({ endpoints: [...served, ...["POST /refunds", "GET /refunds", "DELETE /refunds/{id}"].map((on) => endpoint(on))], files }))).toEqual([]);
});

test("a document of a part of the interface is told once, what anyone can write first", () => {
  const others = Array.from({ length: 20 }, (_, index) => endpoint(`GET /private/${index}`, { posture: "protected" }));
  const [finding, ...rest] = read(shadowEndpoint, model({ endpoints: [...served, ...others, endpoint("POST /refunds")], files: [openapi] }));
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ message: "partial", severity: "medium" });
  expect(finding?.text).toContain("describes 3 of 24 endpoints of app.main:app: 21 endpoints it does not, such as POST /refunds,");
});

test("the site around an interface is told once, and is no shadow", () => {
  const api = described.map((on) => on.replace(" ", " /api/v1"));
  const found = read(shadowEndpoint, model({ endpoints: [...api.map((on) => endpoint(on)), endpoint("GET /about"), endpoint("GET /admin/{path}")], files: [{ path: "openapi.yaml", text: document(api) }] }));
  expect(found.map(({ message, severity }) => [message, severity])).toEqual([["beside", "info"]]);
});

test("a condition of the endpoint is told, and lowers the finding", () => {
  const conditions = [{ text: "settings.DEBUG", holds: true, span: served[0]?.span ?? { path: "", line: 1, column: 1, endLine: 1, endColumn: 1 } }];
  expect(read(shadowEndpoint, model({ endpoints: [...served, endpoint("POST /debug", { conditions })], files: [openapi] }))[0]).toMatchObject({ severity: "low", text: expect.stringContaining("It exists only where `settings.DEBUG`.") });
});
