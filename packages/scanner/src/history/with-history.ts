import type { Finding, Severity } from "@muster/contract";
import type { HistoryFinding, HistoryPart } from "./history-part.ts";

const ranks: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/**
 * The findings of a tree with what the history knows of each, and what the history alone holds. What the tree holds is
 * told once; but where earlier commits held it at a worse place (outside of the tests, say), that is told too.
 */
export function withHistory(inTree: readonly Finding[], history: HistoryPart | undefined): Finding[] {
  if (history === undefined) return [...inTree];
  const byIdentity = new Map<string, HistoryFinding>();
  for (const finding of history.findings) for (const { identity } of finding.history.places) byIdentity.set(identity, finding);
  const told = new Map<HistoryFinding, number>();
  const known = inTree.map((finding): Finding => {
    const past = byIdentity.get(finding.identity);
    if (past === undefined) return finding;
    told.set(past, Math.min(told.get(past) ?? ranks.length, ranks.indexOf(finding.severity)));
    return { ...finding, history: { ...past.history, alone: false } };
  });
  return [...known, ...history.findings.filter((past) => (told.get(past) ?? ranks.length) > ranks.indexOf(past.severity))];
}
