import type { FileRole, Json } from "@muster/contract";

/** Line, column, end line, end column, as in a span. Short: there are thousands. */
export type Place = readonly [line: number, column: number, endLine: number, endColumn: number];

/**
 * What a document says of callers (OpenAPI 3.1 §4.8.30, Swagger 2.0 `security`):
 *
 * - `required`: each alternative names a scheme;
 * - `optional`: one of several alternatives is empty;
 * - `none`: an empty list, or empty alternatives alone;
 * - `silent`: nothing.
 */
export type StatedSecurity = "required" | "optional" | "none" | "silent";

export interface OperationFact {
  /** In capitals. */
  readonly method: string;
  readonly at: Place;
  readonly security: StatedSecurity;
  readonly deprecated?: true;
  /** When it ends, as far as the document says: a date as written, or `announced`. */
  readonly sunset?: string;
  /** It speaks of callers beside `security`: a header parameter, a refusal among its responses. */
  readonly mentionsCaller?: true;
}

export interface PathFact {
  /** As written, below the document's servers. */
  readonly path: string;
  readonly at: Place;
  readonly operations: readonly OperationFact[];
  /** `$ref` of the path item, where it is elsewhere. */
  readonly ref?: string;
}

/** What one file holds. */
export type DocumentFact =
  | {
      readonly kind: "document";
      readonly role: FileRole;
      /** `3.1.0`, `2.0`. */
      readonly format: string;
      readonly title?: string;
      /** Paths of its servers, or its base path; without a slash at their ends. */
      readonly prefixes: readonly string[];
      /** For operations that say nothing themselves. */
      readonly security: StatedSecurity;
      readonly paths: readonly PathFact[];
      /** `$ref` of all paths, where they are elsewhere. */
      readonly pathsRef?: string;
    }
  /** Path items by JSON pointer, for documents that refer to this file. */
  | { readonly kind: "fragment"; readonly role: FileRole; readonly items: readonly { readonly pointer: string; readonly item: PathFact }[] }
  | { readonly kind: "unreadable"; readonly role: FileRole; readonly reason: string };

/** The fact as the host stores it: plain data, which the type of an interface cannot say. */
export function asJson(fact: DocumentFact): Json {
  return fact as unknown as Json;
}

/** The one place where a stored fact becomes a document's again. */
export function asDocumentFact(fact: Json): DocumentFact {
  return fact as unknown as DocumentFact;
}
