import type { ScanResult, Span } from "@muster/contract";
import type { SourceReader } from "./source-reader.ts";

/** A line of code as a report may show it. */
export type SourceLine = { readonly kind: "code"; readonly text: string } | { readonly kind: "withheld" };

/** Gives lines of files, first line 1; `undefined` where the file cannot be had or is shorter. */
export type SourceLines = (path: string, line: number) => SourceLine | undefined;

/**
 * Reads lines, each file split once. A line that a finding must not show (a secret) is withheld from every report and
 * every frame, also where another finding points at its neighbour.
 */
export function sourceLines(result: ScanResult, read: SourceReader): SourceLines {
  const withheld = withheldLines(result);
  const files = new Map<string, readonly string[] | undefined>();
  return (path, line) => {
    if (withheld(path, line)) return { kind: "withheld" };
    if (!files.has(path)) files.set(path, read(path)?.split(/\r\n|\n|\r/u));
    const text = files.get(path)?.[line - 1];
    return text === undefined ? undefined : { kind: "code", text };
  };
}

/** Whether a line of a file must not be shown: a finding of a secret stands on it. */
export function withheldLines(result: Pick<ScanResult, "findings">): (path: string, line: number) => boolean {
  const spans = new Map<string, Span[]>();
  for (const finding of result.findings) {
    if (finding.showCode) continue;
    for (const span of [finding.span, ...finding.proof.map((step) => step.span)]) {
      const known = spans.get(span.path);
      if (known === undefined) spans.set(span.path, [span]);
      else known.push(span);
    }
  }
  return (path, line) => spans.get(path)?.some((span) => span.line <= line && line <= span.endLine) ?? false;
}
