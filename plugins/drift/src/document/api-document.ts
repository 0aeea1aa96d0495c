import type { FileRole, JudgeInput, Span } from "@muster/contract";
import { asDocumentFact, type DocumentFact, type OperationFact, type PathFact, type StatedSecurity } from "./document-fact.ts";
import { documentExtractor } from "./extractor.ts";
import { escaped, unescaped } from "./read-document-fact.ts";

/** One operation of a document. */
export interface Operation extends Omit<OperationFact, "at" | "security"> {
  /** As written, below the document's servers. */
  readonly path: string;
  readonly span: Span;
  /** Its own word, or that of the whole document. */
  readonly security: StatedSecurity;
  /** It says nothing itself. */
  readonly byDefault: boolean;
}

/** An OpenAPI or Swagger document of the repository, with what it refers to in other files. */
export interface ApiDocument {
  readonly path: string;
  readonly role: FileRole;
  readonly title?: string;
  readonly format: string;
  readonly prefixes: readonly string[];
  readonly operations: readonly Operation[];
  /** Whether any of its operations says that callers must show who they are: only then does silence say that they need not. */
  readonly statesSecurity: boolean;
  /** Parts that it refers to and that are not there: it may describe more than is known. */
  readonly missing: readonly string[];
}

export interface UnreadableDocument {
  readonly path: string;
  readonly role: FileRole;
  readonly reason: string;
}

export interface Documents {
  readonly documents: readonly ApiDocument[];
  readonly unreadable: readonly UnreadableDocument[];
}

type Fragments = ReadonlyMap<string, Extract<DocumentFact, { kind: "fragment" }>["items"]>;

/** All documents that were found, sorted by path. */
export function readDocuments(input: JudgeInput): Documents {
  const facts = input.facts(documentExtractor.name).map(({ path, fact }) => ({ path, fact: asDocumentFact(fact) }));
  const fragments: Fragments = new Map(facts.flatMap(({ path, fact }) => (fact.kind === "fragment" ? [[path, fact.items] as const] : [])));
  const documents: ApiDocument[] = [];
  const unreadable: UnreadableDocument[] = [];
  for (const { path, fact } of facts) {
    if (fact.kind === "document") documents.push(joined(path, fact, fragments));
    else if (fact.kind === "unreadable") unreadable.push({ path, role: fact.role, reason: fact.reason });
  }
  return { documents, unreadable };
}

function joined(path: string, fact: Extract<DocumentFact, { kind: "document" }>, fragments: Fragments): ApiDocument {
  const missing: string[] = [];
  const operations: Operation[] = [];
  const add = (item: PathFact, name: string, file: string): void => {
    for (const { at, security, ...rest } of item.operations) {
      const [line, column, endLine, endColumn] = at;
      operations.push({ ...rest, path: name, span: { path: file, line, column, endLine, endColumn }, security: security === "silent" ? fact.security : security, byDefault: security === "silent" });
    }
  };
  for (const item of [...fact.paths, ...(fact.pathsRef === undefined ? [] : [{ path: "", ref: fact.pathsRef, operations: [], at: [1, 1, 1, 1] } as const])]) {
    add(item, item.path, path);
    if (item.ref === undefined || item.operations.length > 0) continue;
    const found = referred(path, item.ref, item.path === "", fragments);
    if (found.length === 0) missing.push(item.ref);
    for (const one of found) add(one.item, item.path === "" ? one.name : item.path, one.file);
  }
  return {
    path,
    role: fact.role,
    ...(fact.title !== undefined && { title: fact.title }),
    format: fact.format,
    prefixes: fact.prefixes,
    operations,
    statesSecurity: operations.some(({ security }) => security === "required"),
    missing,
  };
}

/** Path items that a reference leads to: one, or all of a map of paths. */
function referred(from: string, ref: string, isMap: boolean, fragments: Fragments): { readonly item: PathFact; readonly name: string; readonly file: string }[] {
  const [target = "", pointer = ""] = ref.split("#");
  const file = target === "" ? from : pathFrom(from, target);
  const items = file === undefined ? undefined : fragments.get(file);
  if (file === undefined || items === undefined) return [];
  const wanted = pointer === "" ? "" : `/${pointer.split("/").slice(1).map((token) => escaped(unescaped(decoded(token)))).join("/")}`;
  if (!isMap) return items.filter((one) => one.pointer === wanted).map(({ item }) => ({ item, name: item.path, file }));
  return items.filter((one) => one.pointer.startsWith(`${wanted}/`) && !one.pointer.slice(wanted.length + 1).includes("/")).map(({ item }) => ({ item, name: item.path, file }));
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    // A lone `%` is itself.
    return token;
  }
}

/** A path relative to a file of the repository; undefined where it leads out of it. */
function pathFrom(file: string, relative: string): string | undefined {
  if (relative.includes("://") || relative.startsWith("/")) return undefined;
  const parts = file.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
