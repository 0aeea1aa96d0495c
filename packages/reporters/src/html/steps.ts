import type { Span, Step } from "@muster/contract";
import type { SourceLines } from "../code/source-lines.ts";
import { sanitise } from "../text/sanitise.ts";
import { html, nothing, prose, type Markup } from "./markup.ts";

/** Characters of one line of code that are shown. */
const longest = 240;
/** Lines of one place that are shown, its neighbours aside. */
const mostLines = 8;

/** A proof: each step with its place and its line of code. */
export function stepList(steps: readonly Step[], lines: SourceLines): Markup {
  if (steps.length === 0) return nothing;
  return html`<ol class="steps">${steps.map((step) => html`<li>${prose(step.note)}<div class="at">${place(step.span)}</div>${codeLines(step.span, lines, 0)}</li>`)}</ol>`;
}

export function place(span: Span): Markup {
  return html`<code class="place">${span.path}:${span.line}</code>`;
}

/** The code at a place, with some lines around it. Nothing where it cannot be had. */
export function codeLines(span: Span, lines: SourceLines, around: number): Markup {
  const last = Math.min(span.endLine, span.line + mostLines - 1);
  const shown: Markup[] = [];
  for (let line = Math.max(1, span.line - around); line <= last + around; line += 1) {
    const source = lines(span.path, line);
    if (source === undefined) continue;
    const blank = source.kind === "code" && source.text.trim() === "";
    // Empty lines at the edges show nothing.
    if (blank && (line === last + around ? line > last : shown.length === 0 && line < span.line)) continue;
    const meant = span.line <= line && line <= span.endLine;
    const text = source.kind === "withheld" ? "(line withheld: it holds a secret)" : cut(sanitise(source.text.replaceAll("\t", "    ")).trimEnd());
    shown.push(html`<span class="${meant ? "meant" : "near"}"><i>${line}</i>${text}</span>`);
  }
  return shown.length === 0 ? nothing : html`<pre>${shown}</pre>`;
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
