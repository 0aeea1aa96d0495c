import type { CanaryResult } from "../canary/run-canary.ts";
import type { SignedRecord } from "../ledger/read-statements.ts";
import { scanModes, type ScanMode } from "./scan-run.ts";

/** A scan of a commit as its record in the ledger says. */
export interface RecordedScan {
  readonly sequence: number;
  /** When it was written into the ledger. */
  readonly recordedAt: string;
  readonly repository: string;
  readonly commit: string;
  readonly tree: string;
  readonly resultSha256: string;
  readonly muster: string;
  readonly plugins: readonly { readonly name: string; readonly version: string }[];
  readonly configurationSha256?: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly status: "complete" | "partial";
  /** What its plugins said of what is known to be bad; `missed` where they did not say that it is, or were not asked. */
  readonly canary: CanaryResult["status"];
  readonly mode: ScanMode;
}

/** Reads what `scanRunStatement` wrote. The signature was checked; what it signs is checked here. */
export function readScanRun({ entry, statement }: SignedRecord): RecordedScan {
  const [about, result] = statement.subject;
  const { tool, plugins, configuration, startedAt, endedAt, status, mode, canary } = statement.predicate as Readonly<Record<string, unknown>>;
  const commit = about?.digest["gitCommit"];
  const tree = about?.digest["gitTree"];
  const resultSha256 = result?.digest["sha256"];
  const known = scanModes.find((one) => one === mode);
  if (about === undefined || known === undefined || commit === undefined || tree === undefined || resultSha256 === undefined || typeof startedAt !== "string" || typeof endedAt !== "string" || !(status === "complete" || status === "partial") || !isNamed(tool) || !Array.isArray(plugins) || !plugins.every(isNamed)) throw new Error(`Record ${entry.sequence} of the ledger is no scan of a commit.`);
  const sha256 = typeof configuration === "object" && configuration !== null && "sha256" in configuration && typeof configuration.sha256 === "string" ? configuration.sha256 : undefined;
  return { sequence: entry.sequence, recordedAt: entry.time, repository: about.name, commit, tree, resultSha256, muster: tool.version, plugins, ...(sha256 !== undefined && { configurationSha256: sha256 }), startedAt, endedAt, status, canary: isCaught(canary) ? "caught" : "missed", mode: known };
}

function isCaught(value: unknown): boolean {
  return typeof value === "object" && value !== null && "status" in value && value.status === "caught";
}

function isNamed(value: unknown): value is { readonly name: string; readonly version: string } {
  return typeof value === "object" && value !== null && "name" in value && typeof value.name === "string" && "version" in value && typeof value.version === "string";
}
