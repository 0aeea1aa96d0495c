import type { FixtureCase } from "../cases/fixture-case.ts";

/** One line on which a case and a run do not agree. */
export interface Mismatch {
  readonly path: string;
  readonly line: number;
  /** `+` is there and was not expected, `-` was expected and is not there. */
  readonly sign: "+" | "-";
  readonly text: string;
}

/** Mismatches with the lines of code that they are about, in the order of the files. */
export function formatMismatches(fixture: FixtureCase, mismatches: readonly Mismatch[]): string {
  const out: string[] = [];
  const sorted = mismatches.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  let place = "";
  for (const { path, line, sign, text } of sorted) {
    const code = fixture.files.find((file) => file.path === path)?.text.split("\n")[line - 1]?.trim();
    if (place !== `${path}:${line}`) out.push("", `${path}:${line}${code === undefined ? "" : `    ${code}`}`);
    place = `${path}:${line}`;
    out.push(`  ${sign} ${text}`);
  }
  return out.join("\n").trim();
}
