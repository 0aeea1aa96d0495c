import type { CaseFile, FixtureCase } from "../cases/fixture-case.ts";

/** One way in which every Python file of a case is damaged, away from the code that the case is about. */
export interface Damage {
  readonly name: string;
  /** Whether all that was found before must still be found, where it was. */
  readonly keepsFindings: boolean;
  /** Whether what comes out is never Python: what is lost by it must be owned up to. */
  readonly isError: boolean;
  apply(text: string): string;
}

const brokenFunction = "def broken(:\n    return 1\n";
const openBrackets = "def open_brackets():\n    return ((\n";

export const damages: readonly Damage[] = [
  { name: "a broken function at the end", keepsFindings: true, isError: true, apply: (text) => `${text}\n\n${brokenFunction}` },
  { name: "a broken function at the start", keepsFindings: false, isError: true, apply: (text) => `${brokenFunction}\n\n${text}` },
  { name: "brackets that never close", keepsFindings: false, isError: true, apply: (text) => `${text}\n\n${openBrackets}` },
  { name: "an end in the middle of the last line", keepsFindings: false, isError: false, apply: (text) => text.trimEnd().slice(0, -Math.ceil((text.trimEnd().split("\n").at(-1)?.length ?? 0) / 2)) },
];

export function damaged(fixture: FixtureCase, damage: Damage): FixtureCase {
  const files = fixture.files.map((file): CaseFile => (file.path.endsWith(".py") && file.text.trim() !== "" ? { path: file.path, text: damage.apply(file.text) } : file));
  return { name: fixture.name, files };
}
