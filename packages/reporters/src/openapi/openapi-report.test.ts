import { Validator } from "@seriousme/openapi-schema-validator";
import type { ScanResult } from "@muster/contract";
import { expect, test } from "vitest";
import { endpoint, sampleResult } from "../../test/sample-result.ts";
import { renderOpenApi } from "./openapi-report.ts";

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string; readonly parameters?: readonly { readonly name: string; readonly in: string }[]; readonly security?: unknown; readonly "x-muster-controls"?: unknown }>>>>;
  readonly [key: string]: unknown;
}

function documentOf(result: ScanResult): Document {
  return JSON.parse(renderOpenApi(result)[0]?.text ?? "null");
}

test("the inventory is a valid OpenAPI 3.1 document", async () => {
  expect(await new Validator().validate(JSON.parse(renderOpenApi(sampleResult)[0]?.text ?? ""))).toEqual({ valid: true });
});

test("security follows the posture: required, none, or not said", () => {
  const { paths } = documentOf(sampleResult);
  expect(paths["/items/"]?.["get"]?.security).toEqual([{ oauth2: [] }]);
  expect(paths["/items/{item_id}"]?.["delete"]?.security).toEqual([]);
  expect(paths["/items/{item_id}"]?.["post"]).toMatchObject({ "x-muster-posture": "unknown" });
  expect(paths["/items/{item_id}"]?.["post"]).not.toHaveProperty("security");
});

test("each operation says what it is held to, and which criteria that supports", () => {
  const [one] = sampleResult.endpoints;
  const result = { ...sampleResult, results: [{ control: "AUTHN-01", endpoint: one?.id ?? "", status: "fail" as const, reason: "Nobody is asked.", proof: [] }, { control: "RATE-01", endpoint: one?.id ?? "", status: "not_applicable" as const, reason: "", proof: [] }] };
  const operations = Object.values(documentOf(result).paths).flatMap((item) => Object.values(item));
  expect(operations.map((operation) => operation["x-muster-controls"]).filter((controls) => controls !== undefined)).toEqual([[{ id: "AUTHN-01", status: "fail", criteria: ["CC6.1", "CC6.6"] }]]);
});

test("paths that differ in names of parameters alone are one path, and parameters take its names", () => {
  const { paths } = documentOf(sampleResult);
  expect(Object.keys(paths)).toEqual(["/items/", "/items/{item_id}"]);
  expect(paths["/items/{item_id}"]?.["post"]?.parameters).toEqual([{ name: "item_id", in: "path", required: true, schema: {}, "x-muster-name": "id" }]);
});

test("no endpoint is lost to a method that the format does not know", () => {
  expect(documentOf(sampleResult)["x-muster-other"]).toMatchObject([{ method: "WEBSOCKET", path: "/items/feed" }]);
});

test("every operation has an id of its own", () => {
  const same = { symbol: "app.items.view", span: endpoint({ method: "GET", path: "/" }).span };
  const result = { ...sampleResult, endpoints: ["/a-b", "/a_b", "/a/b"].map((path) => endpoint({ method: "GET", path, handler: same })) };
  const ids = Object.values(documentOf(result).paths).map((item) => item["get"]?.operationId);
  expect(ids).toEqual(["view_get_a_b", "view_get_a_b_2", "view_get_a_b_3"]);
});

test("each application has a document of its own", () => {
  const second = sampleResult.applications.map((application) => ({ ...application, id: "a2", name: "admin.main:app" }));
  const documents = renderOpenApi({ ...sampleResult, applications: [...sampleResult.applications, ...second] });
  expect(documents.map((document) => document.application.name)).toEqual(["app.main:app", "admin.main:app"]);
});
