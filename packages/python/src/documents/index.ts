/** YAML and JSON documents with the offsets of their text, for plugins that read them file by file. */
export { entriesIn, entryOf, itemsIn, textIn, valueAt, type DocumentEntry, type DocumentFact, type DocumentNode } from "./document-node.ts";
export { readDocument } from "./read-document.ts";
export { spanOf } from "../parse/positions.ts";
