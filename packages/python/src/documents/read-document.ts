import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Alias, type Pair, type Scalar, type YAMLMap } from "yaml";
import { lineStarts } from "../parse/positions.ts";
import { DocumentError, deepest, mostNodes } from "./document-limits.ts";
import { readJson } from "./read-json.ts";
import { readSections } from "./read-sections.ts";
import type { DocumentEntry, DocumentFact, DocumentNode, DocumentScalar } from "./document-node.ts";

/**
 * Reads a YAML document as PyYAML's safe loader does, JSON being a part of it: YAML 1.1, of two equal keys the last one, merge keys applied, unknown tags ignored. Aliases are
 * followed up to a bound. What is a file of sections is read as one. Expressions of a template (`{{ title }}`) are texts, wherever they stand, and its statements (`{% if … %}`) are left out.
 */
export function readDocument(text: string): DocumentFact {
  const json = readJson(text);
  if (json !== undefined) return json;
  const sections = readSections(text);
  if (sections !== undefined) return sections;
  // Where a template leaves no YAML, or a map for a key, it is read with its marks out of the way.
  const plain = readText(text);
  if ((plain.status === "read" && !plain.oddKeys) || !/\{\{|\{%/.test(text)) return withoutMarks(plain);
  const masked = readText(maskTemplate(text));
  return withoutMarks(masked.status === "read" ? masked : plain);
}

type Attempt = (Extract<DocumentFact, { status: "read" }> & { readonly oddKeys: boolean }) | Extract<DocumentFact, { status: "unreadable" }>;

function withoutMarks(attempt: Attempt): DocumentFact {
  return attempt.status === "read" ? { status: "read", lines: attempt.lines, root: attempt.root } : attempt;
}

function readText(text: string): Attempt {
  try {
    const counter = new LineCounter();
    const document = parseDocument(text, { version: "1.1", uniqueKeys: false, strict: false, logLevel: "error", prettyErrors: false, lineCounter: counter });
    const [error] = document.errors;
    if (error !== undefined) return { status: "unreadable", reason: `line ${counter.linePos(error.pos[0]).line} is no YAML: ${error.message.slice(0, 200)}` };
    const reader = new Reader();
    return { status: "read", lines: lineStarts(text), root: reader.read(document.contents, 0), oddKeys: reader.oddKeys };
  } catch (error) {
    if (error instanceof DocumentError) return { status: "unreadable", reason: error.message };
    // The library's parser calls itself for what is nested.
    if (error instanceof RangeError) return { status: "unreadable", reason: "it is nested too deeply" };
    throw error;
  }
}

class Reader {
  oddKeys = false;
  /** What anchors so far name; the library would look through the whole document for each alias. */
  readonly #anchored = new Map<string, unknown>();
  #left = mostNodes;

  read(node: unknown, depth: number): DocumentNode {
    if (this.#left-- <= 0) throw new DocumentError(`it has more than ${mostNodes} nodes, with what its aliases stand for`);
    if (depth > deepest) throw new DocumentError(`it has more than ${deepest} levels`);
    if (isAlias(node)) return this.read(this.#target(node), depth + 1);
    this.#remember(node);
    if (isPair(node)) return { ...rangeOf(node.key), m: this.#entries([node], depth) };
    if (isMap(node)) return { ...rangeOf(node), m: this.#entries(node.items, depth) };
    if (isSeq(node)) return { ...rangeOf(node), l: node.items.map((item) => this.read(item, depth + 1)) };
    return isScalar(node) ? readScalar(node) : { ...rangeOf(node), v: null };
  }

  #remember(node: unknown): void {
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) this.#anchored.set(node.anchor, node);
  }

  #target({ source }: Alias): unknown {
    if (!this.#anchored.has(source)) throw new DocumentError(`it has an alias *${source.slice(0, 100)}, and nothing before it is called that`);
    return this.#anchored.get(source);
  }

  #entries(pairs: readonly Pair[], depth: number): DocumentEntry[] {
    const own = new Map<string, DocumentEntry>();
    const merged: DocumentEntry[] = [];
    for (const { key, value } of pairs) {
      if (isScalar(key) && key.source === "<<" && key.type === "PLAIN") merged.push(...this.#merged(value, depth));
      else {
        const entry = { ...rangeOf(key), key: this.#keyText(key), value: this.read(value, depth + 1) };
        // The last of equal keys counts, and stands where it is written.
        own.delete(entry.key);
        own.set(entry.key, entry);
      }
    }
    for (const entry of merged) if (!own.has(entry.key)) own.set(entry.key, entry);
    return [...own.values()];
  }

  /** What `<<: *base` or `<<: [*one, *other]` adds; of several, the first one wins. */
  #merged(value: unknown, depth: number): readonly DocumentEntry[] {
    const node = this.read(value, depth + 1);
    if ("m" in node) return node.m;
    return "l" in node ? node.l.flatMap((item) => ("m" in item ? item.m : [])) : [];
  }

  #keyText(key: unknown): string {
    this.#remember(key);
    const scalar = isAlias(key) ? this.#target(key) : key;
    if (isScalar(scalar)) return unmask(typeof scalar.value === "string" ? scalar.value : (scalar.source ?? String(scalar.value)));
    this.oddKeys ||= scalar !== null && scalar !== undefined;
    return scalar === null || scalar === undefined ? "null" : (scalar as YAMLMap).toString().slice(0, 200);
  }
}

function readScalar(scalar: Scalar): DocumentScalar {
  const { value, source } = scalar;
  const at = rangeOf(scalar);
  if (typeof value === "string") return { ...at, v: unmask(value) };
  if (value === null || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return { ...at, v: value };
  // Dates, binary data, infinities: as they are written.
  return { ...at, v: source ?? String(value) };
}

function rangeOf(node: unknown): { readonly s: number; readonly e: number } {
  const range = typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? (node.range as unknown[]) : [];
  const [s, e] = range;
  return { s: typeof s === "number" ? s : 0, e: typeof e === "number" ? e : 0 };
}

/** Private characters in the place of a template's marks: no YAML means anything by them, and offsets stay. */
const [opening, closing] = ["\uE000\uE000", "\uE001\uE001"];

function maskTemplate(text: string): string {
  return text.replaceAll(/\{%[^\n]{0,300}?%\}|\{#[^\n]{0,300}?#\}/g, (statement) => " ".repeat(statement.length)).replaceAll(/\{\{([^{}\n]*)\}\}/g, (_, inner: string) => `${opening}${inner}${closing}`);
}

function unmask(text: string): string {
  return text.includes("\uE000") ? text.replaceAll(opening, "{{").replaceAll(closing, "}}") : text;
}
