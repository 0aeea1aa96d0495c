/**
 * A stretch of one file. Lines and columns count from 1; columns are UTF-16 code units, as in SARIF's default
 * (`columnKind: utf16CodeUnits`, SARIF 2.1.0 §3.14.17). The end column is the one after the last character.
 */
export interface Span {
  /** Relative to the root of the scan, with `/` between segments. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One link of a proof: a place in the code, and what it shows in one sentence. */
export interface Step {
  readonly span: Span;
  readonly note: string;
}

/** Total order of places: path, then start, then end. Paths compare by code unit, never by locale. */
export function compareSpans(a: Span, b: Span): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column || a.endLine - b.endLine || a.endColumn - b.endColumn;
}

/** Orders text by UTF-16 code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
