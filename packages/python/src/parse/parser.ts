import { createRequire } from "node:module";
import { Language, Parser } from "web-tree-sitter";
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
 * Checks of the parser's progress that a text may cost. They come every hundred steps, about one in 190 characters of
 * usual code. Counted instead of timed, the bound is the same on every machine: a file either parses or never does.
 */
function progressBound(text: string): number {
  return 5_000 + Math.ceil(text.length / 4);
}

function parse(parser: Parser, map: KindMap, text: string): SyntaxTable {
  const bound = progressBound(text);
  let checks = 0;
  const tree = parser.parse(text, null, { progressCallback: () => ++checks > bound });
  if (!tree) {
    parser.reset();
    throw new ParseLimitError(`Parsing stopped after ${bound * 100} steps: the text is not read as Python in reasonable time.`);
  }
  try {
    return tabulate(tree, map, text.length);
  } finally {
    tree.delete();
  }
}
