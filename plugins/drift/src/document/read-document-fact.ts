import type { FileRole } from "@muster/contract";
import { entriesIn, itemsIn, readDocument, spanOf, textIn, valueAt, type DocumentNode } from "@muster/python/documents";
import type { DocumentFact, PathFact } from "./document-fact.ts";
import { isMethod, readPathItem, statedSecurity, type Locate } from "./read-path-item.ts";

/** How deep in a file path items of other documents are looked for: `components.pathItems.users`. */
const deepestItem = 3;

/** What a file says as a description of an interface, or as a part of one; undefined where it is neither. */
export function readDocumentFact(text: string, role: FileRole, isDescription: boolean): DocumentFact | undefined {
  const read = readDocument(text);
  if (read.status === "unreadable") return isDescription ? { kind: "unreadable", role, reason: read.reason } : undefined;
  const { root, lines } = read;
  const locate: Locate = ({ s, e }) => {
    const { line, column, endLine, endColumn } = spanOf("", lines, s, e);
    return [line, column, endLine, endColumn];
  };
  const format = formatOf(root);
  if (format === undefined) return fragmentOf(root, role, locate);
  const title = textIn(valueAt(valueAt(root, "info"), "title"));
  const paths = valueAt(root, "paths");
  const pathsRef = textIn(valueAt(paths, "$ref"));
  return {
    kind: "document",
    role,
    format,
    ...(title !== undefined && { title }),
    prefixes: prefixesOf(root),
    security: statedSecurity(valueAt(root, "security")),
    paths: entriesIn(paths).filter(({ key }) => key.startsWith("/")).map((entry) => inner(readPathItem(entry, locate), root, locate)),
    ...(pathsRef !== undefined && { pathsRef }),
  };
}

/** `3.1.0` of `openapi`, `2.0` of `swagger`: the key stands at the top, and nowhere else. */
function formatOf(root: DocumentNode): string | undefined {
  const stated = valueAt(root, "openapi") ?? valueAt(root, "swagger");
  if (stated === undefined || !("v" in stated)) return undefined;
  const text = typeof stated.v === "number" ? stated.v.toFixed(1) : String(stated.v);
  return /^[23]\./.test(text) ? text : undefined;
}

/** A path item that is elsewhere in the same document: `#/components/pathItems/Users`. */
function inner(item: PathFact, root: DocumentNode, locate: Locate): PathFact {
  if (item.ref?.startsWith("#/") !== true) return item;
  const node = item.ref.slice(2).split("/").reduce<DocumentNode | undefined>((at, key) => valueAt(at, unescaped(key)), root);
  return node === undefined ? item : { ...readPathItem({ key: item.path, value: node, s: node.s, e: node.s + 1 }, locate), path: item.path, at: item.at };
}

/** Paths of the servers (variables at their defaults), or the base path. */
function prefixesOf(root: DocumentNode): string[] {
  const base = textIn(valueAt(root, "basePath"));
  const servers = itemsIn(valueAt(root, "servers")).flatMap((server) => {
    const url = textIn(valueAt(server, "url"));
    if (url === undefined) return [];
    const variables = entriesIn(valueAt(server, "variables"));
    return [url.replace(/\{([^{}]+)\}/g, (_, name: string) => textIn(valueAt(variables.find(({ key }) => key === name)?.value, "default")) ?? "")];
  });
  const all = [...(base === undefined ? [] : [base]), ...servers.map((url) => url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "").replace(/[?#].*$/s, ""))];
  return [...new Set(all.map((path) => path.replace(/\/+$/, "")).map((path) => (path === "" || path.startsWith("/") ? path : `/${path}`)))];
}

/** Path items of a file that is none by itself: other documents refer to them. */
function fragmentOf(root: DocumentNode, role: FileRole, locate: Locate): DocumentFact | undefined {
  const items: { pointer: string; item: PathFact }[] = [];
  const visit = (node: DocumentNode, pointer: string, key: string, depth: number): void => {
    if (isPathItem(node)) items.push({ pointer, item: readPathItem({ key, value: node, s: node.s, e: node.s + 1 }, locate) });
    else if (depth > 0) for (const entry of entriesIn(node)) visit(entry.value, `${pointer}/${escaped(entry.key)}`, entry.key, depth - 1);
  };
  visit(root, "", "", deepestItem);
  return items.length === 0 ? undefined : { kind: "fragment", role, items };
}

function isPathItem(node: DocumentNode): boolean {
  return entriesIn(node).some(({ key, value }) => isMethod(key) && (valueAt(value, "responses") !== undefined || valueAt(value, "operationId") !== undefined));
}

/** A key as a token of a JSON pointer (RFC 6901 §3). */
export function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

export function unescaped(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
