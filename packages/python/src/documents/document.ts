import { emptySummary, Module } from "../modules/module.ts";
import type { Place } from "../values/value.ts";
import type { DocumentNode } from "./document-node.ts";

/** A YAML or JSON document, or a file of sections, of the repository. */
export class Document {
  readonly path: string;
  readonly root: DocumentNode;
  /** What its places lie in: a module without code. */
  readonly #text: Module;

  constructor(path: string, root: DocumentNode, lines: readonly number[]) {
    this.path = path;
    this.root = root;
    this.#text = new Module(path, path, { ...emptySummary, lines: [...lines] });
  }

  /** Where a node, or the key of an entry, is. */
  place(at: { readonly s: number; readonly e: number }): Place {
    return { module: this.#text, s: at.s, e: at.e };
  }
}

/** What asking for a document comes to. `pending`: it is read before the next round of evaluation. */
export type DocumentState =
  | { readonly status: "known"; readonly document: Document }
  | { readonly status: "pending" }
  | { readonly status: "absent" }
  | { readonly status: "failed"; readonly reason: string };

/** A path relative to a folder of the repository, `""` being its root; undefined where it leads out of it. */
export function pathFrom(folder: string, path: string): string | undefined {
  if (path.startsWith("/") || path.includes("\0") || path.includes("://")) return undefined;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
