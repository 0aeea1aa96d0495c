import type { Span } from "@muster/contract";
import { columns, cut } from "../text/layout.ts";
import type { Pen } from "../text/pen.ts";
import { sanitise } from "../text/sanitise.ts";
import type { SourceLines } from "./source-lines.ts";

export interface FrameOptions {
  readonly pen: Pen;
  /** Columns that the frame may take. */
  readonly width: number;
  /** Lines shown before and after the place. */
  readonly around: number;
}

/** Lines of a place that are shown before the rest is left out. */
const longest = 6;
/** Of a line longer than this only the part around the place is looked at. */
const lineLimit = 400;

/**
 * The code at a place with line numbers, and a rule under the part that is meant. Empty where the code cannot be had.
 */
export function codeFrame(span: Span, lines: SourceLines, options: FrameOptions): readonly string[] {
  const { pen, around } = options;
  const last = Math.min(span.endLine, span.line + longest - 1);
  if (lines(span.path, span.line) === undefined) return [];
  const gutter = String(last + around).length;
  const room = Math.max(options.width - gutter - 5, 20);
  const frame: string[] = [];
  for (let line = Math.max(1, span.line - around); line <= last + around; line += 1) {
    const source = lines(span.path, line);
    if (source === undefined) continue;
    const meant = span.line <= line && line <= span.endLine;
    const number = String(line).padStart(gutter);
    const edge = meant ? `${pen.strong(number)} ${pen.bad("│")}` : pen.faint(`${number} │`);
    if (source.kind === "withheld") {
      frame.push(`${edge} ${pen.faint("(line withheld: it holds a secret)")}`);
      continue;
    }
    const from = line === span.line ? span.column - 1 : 0;
    const shown = showLine(source.text, meant ? from : 0, room);
    if (shown.text === "" && !meant && (line < span.line ? frame.length === 0 : line === last + around)) continue;
    frame.push(`${edge} ${meant ? shown.text : pen.faint(shown.text)}`.trimEnd());
    if (meant && span.line === span.endLine) {
      const length = columns(expand(source.text.slice(from, Math.min(span.endColumn - 1, from + lineLimit))));
      const rule = "─".repeat(Math.max(1, Math.min(length, room - shown.mark)));
      frame.push(`${" ".repeat(gutter)} ${pen.bad("│")} ${" ".repeat(shown.mark)}${pen.bad(rule)}`);
    }
  }
  if (span.endLine > last) frame.push(pen.faint(`${" ".repeat(gutter)} │ … to line ${span.endLine}`));
  return frame;
}

/** A line as shown, and the column in it at which the character at `from` stands. Long lines are cut around that character. */
function showLine(text: string, from: number, room: number): { readonly text: string; readonly mark: number } {
  const start = columns(expand(text.slice(0, Math.min(from, lineLimit)))) < room - 10 && from <= lineLimit ? 0 : Math.max(0, from - 10);
  const lead = start > 0 ? "…" : "";
  const body = lead + expand(text.slice(start, start + lineLimit)).trimEnd();
  return { text: cut(body, room), mark: columns(lead + expand(text.slice(start, Math.max(start, from)))) };
}

function expand(text: string): string {
  return sanitise(text.replaceAll("\t", "    "));
}
