import { createRequire } from "node:module";
import { Language, Parser, type ParseState } from "web-tree-sitter";
import { type KindMap, mapKinds } from "./node-kinds.ts";
import { type SyntaxTable, tabulate } from "./syntax-table.ts";

/** A parser of Python, with the grammar's numbers translated. One a thread. */
export interface PythonParser {
  /** Parses a text into a table. Throws `ParseLimitError` where that takes out of all proportion. */
  parse(text: string): SyntaxTable;
}

/** A text that keeps the parser busy beyond its bound. */
export class ParseLimitError extends Error {
  override readonly name = "ParseLimitError";
}

let loading: Promise<PythonParser> | undefined;

/** Loads the grammar, once a thread. */
export function loadPythonParser(): Promise<PythonParser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PythonParser> {
  const wasm = createRequire(import.meta.url).resolve("tree-sitter-python/tree-sitter-python.wasm");
  try {
    await Parser.init();
    const language = await Language.load(wasm);
    const parser = new Parser().setLanguage(language);
    const map = mapKinds(language);
    return { parse: (text) => parse(parser, map, text) };
  } catch (cause) {
    loading = undefined;
    throw new Error(`The Python grammar at ${wasm} could not be loaded. Reinstall tree-sitter-python and web-tree-sitter.`, { cause });
  }
}

/**
 * The parser asks every hundred steps whether to go on: about once in 190 characters of usual code, in 50 of dense
 * code, in 13 of the densest text there is. Steps bound time and memory; counted instead of timed, the bound is the
 * same on every machine, so that a file either parses everywhere or nowhere. In its search for a way around an error the
 * parser takes up to a hundred times as long for a step.
 */
const checksBound = 50_000;
const checksAfterErrorBound = 4_000;

/** For each of these the grammar's scanner looks through all that follow. No one writes so many. */
const continuationsBound = 500;

function parse(parser: Parser, map: KindMap, text: string): SyntaxTable {
  if (longestContinuation(text) > continuationsBound) {
    throw new ParseLimitError(`Not parsed: more than ${continuationsBound} lines in a row are continued with a backslash and hold nothing else.`);
  }
  let checks = 0;
  let checksAfterError = 0;
  const progressCallback = ({ hasError }: ParseState): boolean =>
    ++checks > checksBound || (hasError && ++checksAfterError > checksAfterErrorBound);
  const tree = parser.parse(text, null, { progressCallback });
  if (!tree) {
    parser.reset();
    const why = checksAfterError > checksAfterErrorBound ? "it does not read as Python" : "it holds more code than one module may";
    throw new ParseLimitError(`Not parsed: the parser stopped after ${checks * 100} steps, because ${why}.`);
  }
  try {
    return tabulate(tree, map, text.length);
  } finally {
    tree.delete();
  }
}

/** Most lines in a row that hold a backslash alone. */
function longestContinuation(text: string): number {
  let longest = 0;
  let run = 0;
  let before = -1;
  for (let at = text.indexOf("\\\n"); at >= 0; at = text.indexOf("\\\n", at + 2)) {
    run = before >= 0 && at - before < 1_000 && text.slice(before, at).trim() === "" ? run + 1 : 1;
    if (run > longest) longest = run;
    before = at + 2;
  }
  return longest;
}
