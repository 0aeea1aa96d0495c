import { visit } from "jsonc-parser";
import { lineStarts } from "../parse/positions.ts";
import { deepest, DocumentError, mostJsonNodes } from "./document-limits.ts";
import type { DocumentEntry, DocumentFact, DocumentNode } from "./document-node.ts";

/** A collection that is being read; `key` is that of the entry that comes next. */
type Open = { readonly s: number } & ({ readonly entries: Map<string, DocumentEntry>; key?: Omit<DocumentEntry, "value"> } | { readonly items: DocumentNode[] });

class NotJson extends Error {}

/**
 * Reads a document that is JSON by the letter (RFC 8259), and nothing else: undefined where it is not, so that the reader of YAML
 * answers. Generated specifications are mostly JSON and megabytes long, which the reader of YAML takes seconds for.
 */
export function readJson(text: string): DocumentFact | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return { status: "read", lines: lineStarts(text), root: rootOf(text) };
  } catch (error) {
    if (error instanceof NotJson) return undefined;
    if (error instanceof DocumentError) return { status: "unreadable", reason: error.message };
    // The library calls itself for what is nested, until the stack ends.
    if (error instanceof RangeError) return { status: "unreadable", reason: "it is nested too deeply" };
    throw error;
  }
}

function rootOf(text: string): DocumentNode {
  const open: Open[] = [];
  let root: DocumentNode | undefined;
  let left = mostJsonNodes;
  const enter = (at: Open): void => {
    if (left-- <= 0) throw new DocumentError(`it has more than ${mostJsonNodes} nodes`);
    if (open.push(at) > deepest) throw new DocumentError(`it has more than ${deepest} levels`);
  };
  const put = (node: DocumentNode): void => {
    const around = open.at(-1);
    if (around === undefined) root = node;
    else if ("items" in around) around.items.push(node);
    else if (around.key !== undefined) {
      // The last of equal keys counts, and stands where it is written.
      around.entries.delete(around.key.key);
      around.entries.set(around.key.key, { ...around.key, value: node });
    }
  };
  const leave = (offset: number, length: number): void => {
    const done = open.pop();
    if (done === undefined) throw new NotJson();
    const place = { s: done.s, e: offset + length };
    put("items" in done ? { ...place, l: done.items } : { ...place, m: [...done.entries.values()] });
  };
  visit(
    text,
    {
      onObjectBegin: (s) => enter({ s, entries: new Map() }),
      onArrayBegin: (s) => enter({ s, items: [] }),
      onObjectEnd: leave,
      onArrayEnd: leave,
      onObjectProperty: (key, s, length) => {
        const around = open.at(-1);
        if (around !== undefined && "entries" in around) around.key = { s, e: s + length, key };
      },
      onLiteralValue: (value: string | number | boolean | null, s, length) => {
        if (left-- <= 0) throw new DocumentError(`it has more than ${mostJsonNodes} nodes`);
        put({ s, e: s + length, v: value });
      },
      onError: () => {
        throw new NotJson();
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  if (root === undefined) throw new NotJson();
  return root;
}
