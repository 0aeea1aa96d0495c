import { createHash } from "node:crypto";
import type { Bearer } from "@muster/store";
import { expect, test } from "vitest";
import { documentOf, readDocuments } from "./known-documents.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const text = "query Version { version }";
const known = readDocuments({ [hash(text)]: text });
const reader: Bearer = { token: 1, tenant: 1, name: "r", scopes: ["read"] };
const admin: Bearer = { ...reader, scopes: ["admin"] };
const code = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return (error as { extensions?: { code?: string } }).extensions?.code;
  }
};

test("a document is named by its hash in place of being sent", () => {
  for (const only of [true, false]) {
    expect(documentOf({ documentId: `sha256:${hash(text)}` }, { known, only }, reader)).toBe(text);
    for (const documentId of [`sha256:${hash("other")}`, hash(text), "", 1, {}]) expect(code(() => documentOf({ documentId }, { known, only }, reader))).toBe("DOCUMENT_NOT_FOUND");
  }
});

test("where known documents alone are run, others are refused but to administrators; else any is run", () => {
  expect(documentOf({ query: text }, { known, only: true }, reader)).toBe(text);
  expect(code(() => documentOf({ query: `${text} ` }, { known, only: true }, reader))).toBe("DOCUMENT_NOT_ALLOWED");
  expect(code(() => documentOf({}, { known, only: true }, reader))).toBe("DOCUMENT_NOT_ALLOWED");
  expect(documentOf({ query: "{ version }" }, { known, only: true }, admin)).toBe("{ version }");
  expect(documentOf({ query: "{ version }" }, { known, only: false }, reader)).toBe("{ version }");
});

test("a manifest whose hashes are not those of its documents, or with what is no document, is refused", () => {
  expect(readDocuments({ [`sha256:${hash(text)}`]: text })).toEqual(known);
  for (const manifest of [null, [], "x", { [hash(text)]: `${text} ` }, { [hash("{")]: "{" }, { [hash(text)]: 1 }]) expect(() => readDocuments(manifest), JSON.stringify(manifest)).toThrow(/object|SHA-256|Syntax Error/u);
});
