import type { ControlStatus, Posture, ScanResult, Severity } from "@muster/contract";
import type { ScanSummary } from "./scan.ts";

/** The figures of a result. */
export function summarise(result: ScanResult): ScanSummary {
  const { link, ...coverage } = result.coverage;
  return {
    endpoints: count<Posture>(["protected", "public", "unknown"], result.endpoints.map(({ posture }) => posture)),
    findings: count<Severity>(["critical", "high", "medium", "low", "info"], result.findings.map(({ severity }) => severity)),
    waived: result.waived.length,
    controls: count<ControlStatus>(["pass", "fail", "not_applicable", "indeterminate", "error"], result.results.map(({ status }) => status)),
    coverage: { ...coverage, unresolved: link.unresolved.length },
    plugins: result.plugins,
  };
}

function count<Word extends string>(words: readonly Word[], found: readonly Word[]): Record<Word, number> {
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
  for (const word of found) counts[word] += 1;
  return counts;
}
