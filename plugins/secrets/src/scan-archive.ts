import type { KeyObject } from "node:crypto";
import { type ArchiveEntry, readArchive } from "./archive.ts";
import type { Candidate, SecretFact, SuppressedCandidate } from "./candidate.ts";
import { type Finder, mostCandidates, scanSecrets } from "./scan-secrets.ts";

type Placed = Pick<Candidate, "line" | "column" | "endLine" | "endColumn">;

/** What the files of an archive hold, each candidate with the name of its file; `undefined` for what is no archive. */
export function scanArchive(bytes: Buffer, finder: Finder, hashKey: KeyObject): { readonly fact: SecretFact | undefined } | undefined {
  const archive = readArchive(bytes);
  if (archive === undefined) return undefined;
  const candidates: Candidate[] = [];
  const suppressed: SuppressedCandidate[] = [];
  let [more, moreSuppressed, complete] = [0, 0, archive.complete];
  for (const entry of archive.entries) {
    const fact = scanSecrets(entry.bytes, finder, hashKey);
    if (fact === undefined) continue;
    more += fact.more + keep(candidates, fact.candidates, entry);
    moreSuppressed += fact.moreSuppressed + keep(suppressed, fact.suppressed, entry);
    complete &&= fact.complete;
  }
  const isEmpty = candidates.length === 0 && suppressed.length === 0 && complete;
  return { fact: isEmpty ? undefined : { candidates, suppressed, more, moreSuppressed, complete } };
}

/** Returns how many were too many. A place in the archive is its beginning: its own bytes have no lines. */
function keep<One extends Placed>(kept: One[], found: readonly One[], { name }: ArchiveEntry): number {
  const room = found.slice(0, mostCandidates - kept.length);
  kept.push(...room.map((one): One => ({ ...one, line: 1, column: 1, endLine: 1, endColumn: 1, entry: { name: shownName(name), line: one.line } })));
  return found.length - room.length;
}

/** Names in an archive are anybody's. */
function shownName(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, "�").slice(0, 300);
}
