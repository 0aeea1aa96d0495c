import type { Extractor } from "@muster/contract";
import { asJson } from "./document-fact.ts";
import type { readDocumentFact as Read } from "./read-document-fact.ts";

/** The reader of this thread, from `prepare` on: the YAML library is loaded where there is a document. */
let read: typeof Read | undefined;

const version = /["']?(?:openapi|swagger)["']?\s{0,20}:\s{0,20}["']?[23]\b/;
const method = /^[ \t]*["']?(?:get|put|post|delete|patch|head|options)["']?\s{0,20}:/m;

/** Generated descriptions of large interfaces have some megabytes; YAML of that size takes seconds to read. */
const mostBytes = { json: 16 * 1024 * 1024, yaml: 4 * 1024 * 1024 };

/** OpenAPI and Swagger documents, and files with path items that such documents refer to, whatever their role. */
export const documentExtractor: Extractor = {
  name: "drift/document",
  version: "1",
  wants: { extensions: [".json", ".yaml", ".yml"], maxBytes: mostBytes.json },
  when: "always",
  async prepare() {
    ({ readDocumentFact: read } = await import("./read-document-fact.ts"));
  },
  extract({ file, bytes, text }) {
    const mayDescribe = (bytes.includes("openapi") || bytes.includes("swagger")) && bytes.includes("paths");
    if (!mayDescribe && !bytes.includes("responses")) return undefined;
    const isDescription = mayDescribe && version.test(text());
    // A part of a description is of use to one that may count; recorded answers of tests look like one.
    if (!isDescription && (file.role === "test" || file.role === "vendored" || !method.test(text()))) return undefined;
    if (!read) throw new Error("The YAML library is not loaded. Call prepare() before extract().");
    if (!file.path.endsWith(".json") && file.size > mostBytes.yaml) return isDescription ? asJson({ kind: "unreadable", role: file.role, reason: `it has ${file.size} bytes, and YAML of more than ${mostBytes.yaml} is not read: generate it as JSON` }) : undefined;
    const fact = read(text(), file.role, isDescription);
    return fact && asJson(fact);
  },
};
