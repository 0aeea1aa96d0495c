import type { ModuleSummary } from "../syntax.ts";
import { definitionsOf } from "./definitions.ts";
import { lowerModule } from "./lower-module.ts";
import type { PythonParser } from "./parser.ts";
import { lineStarts } from "./positions.ts";
import { parseInParts } from "./recover.ts";

/** A module's text as a summary. Offsets are those of the text given. */
export function summarise(parser: PythonParser, text: string): ModuleSummary {
  // Python reads a lone CR as the end of a line; the grammar would take the next line for part of a comment. Offsets stay.
  const source = /\r(?!\n)/.test(text) ? text.replaceAll(/\r(?!\n)/g, "\n") : text;
  const lowered = lowerModule(source, parseInParts(parser, source));
  return { lines: lineStarts(text), definitions: definitionsOf(source, lowered.body), ...lowered };
}
