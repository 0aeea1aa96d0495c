import { compareText, type BaselineUse, type Finding, type SuppressedFinding } from "@muster/contract";
import type { BaselineEntry } from "./scan-request.ts";

export interface Baselined {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly use: BaselineUse;
}

/**
 * Takes out what is known. Of a finding that is there more often than it is known the last ones are new. One that the
 * history alone holds is known when it is at each of its paths.
 */
export function applyBaseline(found: readonly Finding[], entries: readonly BaselineEntry[], looksAtHistory: boolean): Baselined {
  const known = new Map(entries.map((entry) => [entry.identity, entry]));
  const met = new Set<string>();
  const left = new Map(entries.map(({ identity, count }) => [identity, count]));
  const takes = (finding: Finding): boolean => {
    if (finding.history?.alone === true) {
      const { places } = finding.history;
      for (const { identity } of places) met.add(identity);
      return places.every(({ identity, count }) => (known.get(identity)?.count ?? 0) >= count);
    }
    met.add(finding.identity);
    const rest = left.get(finding.identity) ?? 0;
    left.set(finding.identity, rest - 1);
    return rest > 0;
  };
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of found) {
    if (takes(finding)) suppressed.push({ ...withoutFix(finding), suppression: { by: "baseline", what: "known", reason: "It was there when the baseline was written." } });
    else findings.push(finding);
  }
  const gone = entries.filter(({ identity, past }) => !met.has(identity) && (past !== true || looksAtHistory)).length;
  return { findings, suppressed, use: { entries: entries.length, gone } };
}

/** What a baseline of these findings holds, sorted. */
export function baselineOf(found: readonly Finding[]): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, span, identity, history } of found) {
    if (history?.alone !== true) entries.set(identity, { rule, path: span.path, identity, count: (entries.get(identity)?.count ?? 0) + 1 });
  }
  for (const { rule, history } of found) {
    for (const { path, identity, count } of history?.places ?? []) {
      const before = entries.get(identity);
      entries.set(identity, before === undefined ? { rule, path, identity, count, past: true } : { ...before, count: Math.max(before.count, count) });
    }
  }
  return [...entries.values()].sort((a, b) => compareText(a.path, b.path) || compareText(a.rule, b.rule) || compareText(a.identity, b.identity));
}

function withoutFix(finding: Finding): Omit<Finding, "fix"> {
  const copy: { -readonly [Key in keyof Finding]: Finding[Key] } = { ...finding };
  delete copy.fix;
  return copy;
}
