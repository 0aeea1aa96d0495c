import { isDeepStrictEqual } from "node:util";
import type { Extractor, Json } from "@muster/contract";
import type { ModuleSummary } from "../syntax.ts";
import { loadPythonParser, type PythonParser } from "./parser.ts";
import { summarise } from "./summarise.ts";

export const moduleExtractorName = "python/module";

/** The parser of this thread, from `prepare` on: a tool, not a memory of files. */
let parser: PythonParser | undefined;

/** A Python module as its summary. Throws `ParseLimitError` where a text keeps the parser busy out of all proportion. */
export const moduleExtractor: Extractor = {
  name: moduleExtractorName,
  version: "1",
  wants: { extensions: [".py"], maxBytes: 4 * 1024 * 1024 },
  when: "on-demand",
  async prepare() {
    parser = await loadPythonParser();
  },
  extract(input) {
    if (!parser) throw new Error("The Python grammar is not loaded. Call prepare() before extract().");
    return asFact(summarise(parser, input.text()));
  },
  saysTheSame: (before, after) => isSameSummary(asSummary(before), asSummary(after)),
};

/** Summaries with the same places and the same code at them: what comes behind the last statement is no code. */
function isSameSummary({ lines, ...before }: ModuleSummary, { lines: linesAfter, ...after }: ModuleSummary): boolean {
  const [fewer, more] = lines.length < linesAfter.length ? [lines, linesAfter] : [linesAfter, lines];
  return fewer.every((start, line) => start === more[line]) && isDeepStrictEqual(before, after);
}

/** A summary holds nothing but plain data; the type cannot say so, for an interface has no index signature. */
function asFact(summary: ModuleSummary): Json {
  return summary as unknown as Json;
}

/** The one place where a stored fact becomes a summary again. */
export function asSummary(fact: Json): ModuleSummary {
  return fact as unknown as ModuleSummary;
}
