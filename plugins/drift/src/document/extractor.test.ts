import { beforeAll, expect, test } from "vitest";
import { documentExtractor } from "./extractor.ts";
import { asDocumentFact } from "./document-fact.ts";

beforeAll(() => documentExtractor.prepare?.(null));

const extract = (path: string, text: string, role: "source" | "test" = "source") => {
  const fact = documentExtractor.extract({ file: { path, size: Buffer.byteLength(text), role }, bytes: Buffer.from(text), text: () => text, options: null });
  return fact === undefined ? undefined : asDocumentFact(fact);
};

test.each([
  ["openapi.yaml", "openapi: 3.1.0\npaths:\n  /a: {get: {responses: {}}}\n", "3.1.0"],
  ["swagger.yml", "swagger: '2.0'\npaths:\n  /a: {get: {responses: {}}}\n", "2.0"],
  ["swagger.yml", "swagger: 2.0\npaths:\n  /a: {get: {responses: {}}}\n", "2.0"],
  ["openapi.json", '{"info": {}, "openapi": "3.0.3", "paths": {"/a": {"get": {"responses": {}}}}}', "3.0.3"],
])("%s: %j is a document of %s", (path, text, format) => {
  expect(extract(path, text)).toMatchObject({ kind: "document", format, paths: [{ path: "/a", operations: [{ method: "GET" }] }] });
});

test.each([
  ["package.json", '{"dependencies": {"openapi": "3.0.0"}, "paths": {}}'],
  ["values.yaml", "docs:\n  openapi: 3.1.0\n  paths: [a]\n"],
  ["notes.yaml", "get: up\nresponses: none\n"],
  ["data.json", '{"responses": []}'],
])("%s: %j is none", (path, text) => {
  expect(extract(path, text)).toBeUndefined();
});

test("a part that others refer to is kept by its pointer, and is none among tests", () => {
  const text = "users:\n  get:\n    responses: {}\n";
  expect(extract("parts/users.yaml", text)).toMatchObject({ kind: "fragment", items: [{ pointer: "/users" }] });
  expect(extract("tests/users.yaml", text, "test")).toBeUndefined();
});

test("a document that cannot be read says why", () => {
  expect(extract("openapi.yaml", "openapi: 3.1.0\npaths: [\n")).toMatchObject({ kind: "unreadable", reason: expect.stringMatching(/line \d/) });
  expect(extract("openapi.yaml", `openapi: 3.1.0\npaths:\n${"#".repeat(5_000_000)}\n`)).toMatchObject({ kind: "unreadable", reason: expect.stringContaining("generate it as JSON") });
});

test("a hostile document is bounded", () => {
  expect(extract("openapi.json", `{"openapi": "3.1.0", "paths": ${"[".repeat(100_000)}`)).toMatchObject({ kind: "unreadable" });
});
