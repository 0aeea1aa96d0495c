import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { ScanResult } from "@muster/contract";
import { scanRunStatement, scanRunType, sha256Of, type CanaryResult } from "@muster/evidence";
import { renderJson } from "@muster/reporters/json";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { Session } from "../environment/session.ts";
import { writeFileWhole } from "../output/write-file-whole.ts";
import { writeText } from "../output/write-text.ts";
import { appendRecords } from "./append-records.ts";
import { keysFolder, readKeys } from "./ledger-keys.ts";
import { nameOfLedger } from "./open-ledger.ts";

/** The ledger that `--ledger` names, with its keys: checked before anything is scanned. */
export function ledgerOf(given: Arguments, session: Session): string {
  const folder = path.resolve(session.cwd, lastValue(given, "ledger") ?? "");
  readKeys(keysFolder(nameOfLedger(folder), given, session), nameOfLedger(folder));
  return folder;
}

/** Writes a scan into the ledger: the result as a file that its digest names, and a signed record. */
export async function recordScan(ledgerFolder: string, scanned: string, result: ScanResult, { canary, ...times }: { readonly canary: CanaryResult; readonly startedAt: Date; readonly endedAt: Date }, given: Arguments, session: Session): Promise<void> {
  const { commit, dirty } = result.target;
  if (commit === undefined) throw new CommandError(2, `${scanned} is no git checkout: evidence is kept for commits.`, "Scan a checkout, or leave out --ledger.");
  if (dirty === true) throw new CommandError(2, `${scanned} has changes that are not committed: evidence is kept for commits.`, "Commit or stash them, or leave out --ledger.");
  const report = renderJson(result);
  const resultSha256 = sha256Of(Buffer.from(report));
  mkdirSync(path.join(ledgerFolder, "results"), { recursive: true });
  await writeFileWhole(path.join(ledgerFolder, "results", `${resultSha256}.json`), report);
  const statement = scanRunStatement({ result, resultSha256, commit, tree: treeOf(scanned, commit), canary, ...times, ...(result.configuration && { configurationSha256: sha256Of(Buffer.from(JSON.stringify(result.configuration))) }) });
  const [entry] = await appendRecords(ledgerFolder, () => [{ type: scanRunType, statement }], given, session);
  if (canary.status === "missed") await writeText(session.stderr, `muster: the plugins did not find what is known to be bad: ${canary.missed.join(" ")} The record says so, and nothing that they did not find counts.\n`);
  if (given.switches.get("quiet") !== true) await writeText(session.stderr, `muster: record ${entry?.sequence ?? 0} of ${nameOfLedger(ledgerFolder)}: ${commit.slice(0, 12)}, result ${resultSha256.slice(0, 12)}\n`);
}

/** Replacements that a repository keeps for its own objects are not followed: they could name another tree. */
function treeOf(folder: string, commit: string): string {
  return execFileSync("git", ["rev-parse", "--verify", `${commit}^{tree}`], { cwd: folder, encoding: "utf8", env: { ...process.env, GIT_NO_REPLACE_OBJECTS: "1" } }).trim();
}
