import type { Timeline } from "@muster/contract";
import { stateDigester, TimelineBuilder } from "@muster/evidence";
import { digestCommits, firstParents, PluginLoadError, ScanTargetError, type FirstParents } from "@muster/scanner";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import { hashKeyOf } from "../environment/secret-hash-key.ts";
import type { Session } from "../environment/session.ts";
import { ProgressBar } from "../output/progress-bar.ts";
import { readVersion } from "../version.ts";
import { prepareScan } from "./run-scan.ts";

/** The first-parent line that `--since`, or `--from` and `--to`, speak of. Throws `CommandError`. */
export async function branchLine(folder: string, given: Arguments, session: Session): Promise<FirstParents> {
  const since = lastValue(given, "since");
  const from = lastValue(given, "from");
  if (since !== undefined && from !== undefined) throw new CommandError(2, "--since and --from both say where to begin.", "Give one of them.");
  const start = since ?? from;
  const key = hashKeyOf(session.env);
  try {
    return await firstParents({ root: folder, ...(start !== undefined && { from: start }), to: lastValue(given, "to") ?? "HEAD", ...(key.status === "known" && { authorKey: key.key }), signal: session.signal });
  } catch (error) {
    if (error instanceof ScanTargetError) throw new CommandError(2, error.message, "", { cause: error });
    throw error;
  }
}

/** What every commit of a line came to. Commits that an earlier run knew are not scanned again. */
export async function timelineOf(folder: string, line: FirstParents, given: Arguments, session: Session): Promise<Timeline> {
  const { request } = await prepareScan(folder, given, session);
  const builder = new TimelineBuilder();
  const drawn = given.switches.get("progress") !== false && given.switches.get("quiet") !== true && session.stderr.isTTY && (session.env["CI"] ?? "") === "";
  using bar = drawn ? new ProgressBar(session.stderr) : undefined;
  const byId = new Map(line.commits.map((commit) => [commit.commit, commit]));
  let done = 0;
  try {
    for await (const { commit, digest } of digestCommits(request, byId.keys(), stateDigester)) {
      const known = byId.get(commit);
      if (known === undefined) throw new Error(`The scanner answered for ${commit}, which it was not asked for.`);
      builder.add(known, digest);
      bar?.update({ stage: "history", done: ++done, total: byId.size });
    }
  } catch (error) {
    if (error instanceof ScanTargetError || error instanceof PluginLoadError) throw new CommandError(2, error.message, "", { cause: error });
    throw error;
  }
  return builder.finish({ tool: { name: "muster", version: readVersion() }, repository: repositoryName(folder), command: line.command, deviations: line.deviations });
}

function repositoryName(folder: string): string {
  return folder.split(/[\\/]/u).at(-1) ?? folder;
}
