import path from "node:path";
import { baselineOf } from "@muster/scanner";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { baselineName, baselineText, readBaseline } from "../baseline/baseline-file.ts";
import { hashKeyOf } from "../environment/secret-hash-key.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { checkWritable, writeFileWhole } from "../output/write-file-whole.ts";
import { writeText } from "../output/write-text.ts";
import { runScan } from "../scan/run-scan.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { refuseMore } from "./operands.ts";

/** `muster baseline`: writes what is found now, so that later scans tell what is new. */
export async function baselineCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "baseline");
  const folder = scanFolder(given.positionals[0], "baseline", session.cwd);
  const named = lastValue(given, "output");
  const file = named === undefined ? path.join(folder, baselineName) : path.resolve(session.cwd, named);
  await checkWritable(file);
  const hashKey = hashKeyOf(session.env);
  const key = hashKey.status === "known" ? hashKey.key : undefined;
  const before = readBaseline(named, folder, session.cwd, key, "may be absent");
  const { result } = await runScan(folder, given, session, { only: ["secrets"], everything: true });
  if (result.status === "partial") {
    await writeText(session.stderr, "muster: the scan is not complete, and a baseline of it would forget what was not looked at. muster secrets says what is missing.\n");
    return 3;
  }
  const entries = baselineOf(result.findings);
  // What the history alone holds stays known where it was not looked at.
  const kept = result.history === undefined && before.status === "found" ? before.entries.filter(({ past, identity }) => past === true && !entries.some((entry) => entry.identity === identity)) : [];
  await writeFileWhole(file, baselineText([...entries, ...kept], key));
  if (given.switches.get("quiet") !== true) await writeText(session.stderr, `muster: wrote ${file}: ${summary([...entries, ...kept], before.status === "found" ? before.entries : [])}\n`);
  return 0;
}

function summary(now: readonly { readonly identity: string }[], before: readonly { readonly identity: string }[]): string {
  const had = new Set(before.map(({ identity }) => identity));
  const has = new Set(now.map(({ identity }) => identity));
  const added = now.filter(({ identity }) => !had.has(identity)).length;
  const gone = before.filter(({ identity }) => !has.has(identity)).length;
  return `${now.length} ${now.length === 1 ? "entry" : "entries"}, ${added} new, ${gone} gone.`;
}
