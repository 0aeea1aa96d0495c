import type { Finding, FindingFix, ScanResult } from "@muster/contract";
import { structuredPatch } from "diff";
import { withheldLines } from "../code/source-lines.ts";
import { count, hanging } from "../text/layout.ts";
import { createPen, type Pen } from "../text/pen.ts";
import { sanitise } from "../text/sanitise.ts";

export interface FixReport {
  readonly fixes: readonly (Finding & { readonly fix: FindingFix })[];
  /** Each file as it is and as it would be. */
  readonly changes: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}

/**
 * What would be mended, then one unified diff, which `git apply` takes as it is (texts before a diff mean nothing to it).
 * Ends with a line break.
 */
export function renderFixes(result: ScanResult, { fixes, changes }: FixReport, options: { readonly colour: boolean; readonly width: number }): string {
  const pen = createPen(options.colour);
  const withheld = withheldLines(result);
  const heads = fixes.map(({ fix, rule, span, message }) =>
    [hanging("  ", pen.strong(sanitise(fix.title)), options.width), `    ${pen.place(`${sanitise(span.path)}:${span.line}`)}  ${pen.faint(rule)}`, hanging("    ", pen.faint(sanitise(message)), options.width)].join("\n"),
  );
  const diffs = changes.map((change) => fileDiff(change, (line) => withheld(change.path, line), pen));
  return `\n${pen.title("MENDS")}   ${count(fixes.length, "mend")} of ${count(changes.length, "file")}\n\n${heads.join("\n")}\n\n${diffs.join("")}`;
}

function fileDiff({ path, before, after }: FixReport["changes"][number], isWithheld: (line: number) => boolean, pen: Pen): string {
  const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: 3 });
  const name = sanitise(path);
  const lines = [pen.strong(`--- a/${name}`), pen.strong(`+++ b/${name}`)];
  for (const hunk of hunks) {
    lines.push(pen.place(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`));
    lines.push(...hunkLines(hunk, isWithheld).map((line) => paint(line, pen)));
  }
  return `${lines.join("\n")}\n`;
}

/** A line that holds a secret is withheld, and so is what comes in place of one. */
function hunkLines(hunk: { readonly oldStart: number; readonly lines: readonly string[] }, isWithheld: (line: number) => boolean): readonly string[] {
  let line = hunk.oldStart;
  let hides = false;
  return hunk.lines.map((text) => {
    const sign = text.slice(0, 1);
    if (sign === "\\") return text;
    const hidden = sign === "+" ? hides : isWithheld(line);
    if (sign !== "+") {
      line += 1;
      hides = hidden && sign === "-";
    }
    return hidden ? `${sign}(line withheld: it holds a secret)` : `${sign}${sanitise(text.slice(1).replaceAll("\t", "    ").replace(/\r$/u, ""))}`;
  });
}

function paint(line: string, pen: Pen): string {
  if (line.startsWith("+")) return pen.good(line);
  return line.startsWith("-") ? pen.bad(line) : line;
}
