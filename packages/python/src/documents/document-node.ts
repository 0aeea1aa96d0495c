/** A part of a YAML or JSON document, with the offsets of its text, so that a proof can point at the line of a specification. Short names: it is stored. */
export type DocumentNode = DocumentScalar | DocumentList | DocumentMap;

interface Located {
  /** Offset of the first character. */
  readonly s: number;
  /** Offset behind the last one. */
  readonly e: number;
}

export interface DocumentScalar extends Located {
  readonly v: string | number | boolean | null;
}

export interface DocumentList extends Located {
  readonly l: readonly DocumentNode[];
}

export interface DocumentMap extends Located {
  /** In the order of the document, keys as they are written; each key once. */
  readonly m: readonly DocumentEntry[];
}

/** `s` and `e` are those of the key. */
export interface DocumentEntry extends Located {
  readonly key: string;
  readonly value: DocumentNode;
}

/** What becomes of one file: expected to fail, since a repository holds what it likes under the name of a document. */
export type DocumentFact = { readonly status: "read"; readonly lines: readonly number[]; readonly root: DocumentNode } | { readonly status: "unreadable"; readonly reason: string };

/** The entry of a map; undefined where the node is none or has no such key. */
export function entryOf(node: DocumentNode | undefined, key: string): DocumentEntry | undefined {
  return node !== undefined && "m" in node ? node.m.find((entry) => entry.key === key) : undefined;
}

/** The value under a key; undefined where there is none. */
export function valueAt(node: DocumentNode | undefined, key: string): DocumentNode | undefined {
  return entryOf(node, key)?.value;
}

/** All entries of a map, none of anything else. */
export function entriesIn(node: DocumentNode | undefined): readonly DocumentEntry[] {
  return node !== undefined && "m" in node ? node.m : [];
}

/** All elements of a list, none of anything else. */
export function itemsIn(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node !== undefined && "l" in node ? node.l : [];
}

/** The text of a scalar that is one. */
export function textIn(node: DocumentNode | undefined): string | undefined {
  return node !== undefined && "v" in node && typeof node.v === "string" ? node.v : undefined;
}
