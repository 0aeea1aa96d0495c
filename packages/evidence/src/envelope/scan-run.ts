import type { ScanResult } from "@muster/contract";
import type { CanaryResult } from "../canary/run-canary.ts";
import { predicateTypeOf, statementType, type Statement } from "./statement.ts";

/** The kind of such records. */
export const scanRunType = "scan-run";

/** Why a commit was scanned: before it was merged, once it was, later than it should have been, or as every day. */
export const scanModes = ["pre-merge", "post-merge", "backfill", "scheduled"] as const;
export type ScanMode = (typeof scanModes)[number];

export interface ScanRun {
  /** Default: once it was merged. */
  readonly mode?: ScanMode;
  readonly result: ScanResult;
  /** SHA-256 of the result as it is kept, in hexadecimal. */
  readonly resultSha256: string;
  /** The git tree of the commit that was scanned. */
  readonly tree: string;
  readonly commit: string;
  /** What the same plugins said of what is known to be bad. */
  readonly canary: CanaryResult;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** SHA-256 of the configuration that it was scanned with; absent where there was none. */
  readonly configurationSha256?: string;
}

/**
 * What is kept of one scan of one commit: by what it was scanned, what was not analysed, what each control came to, and
 * the digest of everything else. It holds no path, no source and no name of a person.
 */
export function scanRunStatement({ mode = "post-merge", result, resultSha256, tree, commit, canary, startedAt, endedAt, configurationSha256 }: ScanRun): Statement {
  const { coverage, outcomes } = result;
  return {
    _type: statementType,
    subject: [
      { name: result.target.name, digest: { gitCommit: commit, gitTree: tree } },
      { name: "result.json", digest: { sha256: resultSha256 } },
    ],
    predicateType: predicateTypeOf(scanRunType),
    predicate: {
      mode,
      tool: result.tool,
      plugins: result.plugins,
      ...(configurationSha256 !== undefined && { configuration: { sha256: configurationSha256 } }),
      startedAt: startedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      status: result.status,
      canary,
      files: { listed: coverage.listed, analysed: coverage.analysed, parsed: coverage.parsed, damaged: coverage.damaged, skipped: coverage.skipped, failed: coverage.failed },
      outcomes: countBy(outcomes, ({ stage, status }) => `${stage} ${status}`),
      routes: { resolved: coverage.link.routes.resolved, unresolved: coverage.link.routes.unresolved },
      endpoints: countBy(result.endpoints, ({ posture }) => posture),
      findings: countBy(result.findings, ({ severity }) => severity),
      controls: Object.fromEntries(result.controls.map(({ id }) => [id, countBy(result.results.filter(({ control }) => control === id), ({ status }) => status)])),
    },
  };
}

/** How many of each kind, in the order of names. */
function countBy<T>(items: readonly T[], kindOf: (item: T) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(kindOf(item), (counts.get(kindOf(item)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
