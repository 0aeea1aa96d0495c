import type { ScanResult } from "@muster/contract";
import { sourceLines, type SourceLines } from "../code/source-lines.ts";
import type { SourceReader } from "../code/source-reader.ts";
import { createPen, type Pen } from "../text/pen.ts";
import { sanitiseDeep } from "../text/sanitise.ts";

export interface TerminalOptions {
  readonly colour: boolean;
  /** Columns of the terminal; text is kept between 60 and 120 of them. */
  readonly width: number;
  readonly source: SourceReader;
  /** Leaves nothing out. */
  readonly everything: boolean;
}

/** What every section of a report for people draws with. All texts of the result are safe to print. */
export interface Page {
  readonly result: ScanResult;
  readonly lines: SourceLines;
  readonly pen: Pen;
  readonly width: number;
  readonly everything: boolean;
}

/** Makes the result safe to print, once for all sections. */
export function createPage(result: ScanResult, options: TerminalOptions): Page {
  return {
    result: sanitiseDeep(result),
    lines: sourceLines(result, options.source),
    pen: createPen(options.colour),
    width: Math.max(60, Math.min(options.width, 120)),
    everything: options.everything,
  };
}
