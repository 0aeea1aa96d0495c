import type { Extractor, Json } from "@muster/contract";
import { documentExtensions } from "./document-extensions.ts";
import type { DocumentFact } from "./document-node.ts";

export const documentExtractorName = "python/document";

/** The reader of this thread, from `prepare` on: the YAML library is loaded where a document is asked for. */
let read: ((text: string) => DocumentFact) | undefined;

/** YAML and JSON documents and files of sections that frameworks ask for by their path, such as the specification that Connexion serves. */
export const documentExtractor: Extractor = {
  name: documentExtractorName,
  version: "2",
  wants: { extensions: documentExtensions, maxBytes: 2 * 1024 * 1024 },
  when: "on-demand",
  async prepare() {
    ({ readDocument: read } = await import("./read-document.ts"));
  },
  extract(input) {
    if (!read) throw new Error("The YAML library is not loaded. Call prepare() before extract().");
    return asFact(read(input.text()));
  },
};

/** A document's fact holds nothing but plain data; the type cannot say so, for an interface has no index signature. */
function asFact(fact: DocumentFact): Json {
  return fact as unknown as Json;
}

/** The one place where a stored fact becomes a document again. */
export function asDocumentFact(fact: Json): DocumentFact {
  return fact as unknown as DocumentFact;
}
