import type { Served } from "./framework-process.ts";
import { variants } from "./generator.ts";

/** One endpoint that the framework serves. */
export interface ServedRow {
  readonly method: string;
  readonly path: string;
  /** Answered by the framework itself: it may be listed, and need not be. */
  readonly implied?: true;
  /** As it was measured: whether strangers are turned away. Absent where that is neither so nor not: any credential passes, and none does not. */
  readonly secured?: boolean;
  /** Served in this environment alone. */
  readonly when?: Readonly<Record<string, string>>;
}

/** Joins what is served in the environments, sorted; or why one of them is refused. */
export function servedRows(answers: readonly Served[]): readonly ServedRow[] | { readonly error: string } {
  const rows = new Map<string, { row: ServedRow; environments: number[] }>();
  for (const [index, answer] of answers.entries()) {
    if ("error" in answer) return answer;
    for (const [method, path, implied, secured] of answer.endpoints) {
      const key = `${path} ${method}`;
      const entry = rows.get(key) ?? { row: { method, path, ...(implied && { implied: true as const }), ...(secured !== undefined && secured !== null && { secured }) }, environments: [] };
      entry.environments.push(index);
      rows.set(key, entry);
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { row, environments }]) => {
    const [only] = environments;
    return environments.length < answers.length && only !== undefined ? { ...row, when: variants[only] ?? {} } : row;
  });
}
