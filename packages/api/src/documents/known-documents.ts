import { createHash } from "node:crypto";
import type { Bearer } from "@muster/store";
import { GraphQLError, parse } from "graphql";

/** Documents that front ends were built with. */
export interface DocumentSettings {
  /** Texts by the SHA-256 of each, in hexadecimal. */
  readonly known: ReadonlyMap<string, string>;
  /** Whether no other document is run, but for administrators. */
  readonly only: boolean;
}

/** What a request may say in place of, or beside, the text of its operation. */
export interface DocumentParams {
  readonly query?: unknown;
  readonly documentId?: unknown;
}

/**
 * Reads a manifest as code generators write it: an object of texts by their SHA-256. Throws an error that names the first
 * that is none, so that a service does not start with half of them.
 */
export function readDocuments(manifest: unknown): ReadonlyMap<string, string> {
  if (typeof manifest !== "object" || manifest === null || Array.isArray(manifest)) throw new TypeError("it is no object of documents by their SHA-256");
  const known = new Map<string, string>();
  for (const [name, text] of Object.entries(manifest)) {
    const hash = name.replace(/^sha256:/u, "").toLowerCase();
    if (typeof text !== "string" || hashOf(text) !== hash) throw new TypeError(`${JSON.stringify(name.slice(0, 80))} is not the SHA-256 of its document`);
    parse(text);
    known.set(hash, text);
  }
  return known;
}

/**
 * The text of a request's operation. A request may name it (`"documentId": "sha256:…"`, as the GraphQL over HTTP
 * specification's appendix on persisted documents has it) in place of sending it. Throws where it is not known, or not allowed.
 */
export function documentOf({ query, documentId }: DocumentParams, { known, only }: DocumentSettings, bearer: Bearer): unknown {
  if (documentId !== undefined && documentId !== null) {
    const hash = typeof documentId === "string" ? /^sha256:(?<hash>[0-9a-f]{64})$/iu.exec(documentId)?.groups?.["hash"]?.toLowerCase() : undefined;
    const text = hash === undefined ? undefined : known.get(hash);
    if (text === undefined) throw new GraphQLError("The service does not know this document.", { extensions: { code: "DOCUMENT_NOT_FOUND", http: { status: 404 } } });
    return text;
  }
  if (only && !bearer.scopes.includes("admin") && !(typeof query === "string" && known.has(hashOf(query)))) throw new GraphQLError("The service runs the documents that it knows alone.", { extensions: { code: "DOCUMENT_NOT_ALLOWED", http: { status: 403 } } });
  return query;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
