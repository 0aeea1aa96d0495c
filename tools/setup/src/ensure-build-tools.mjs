import { existsSync } from "node:fs";

import { missingBuildTools, runs } from "./build-tools.mjs";
import { remedyFor } from "./remedy.mjs";
import { lastLines, runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";
import { SetUpError } from "./set-up-error.mjs";

/**
 * Installs what building the native engine and the tests need, on Debian and its kin and as root: a container made for
 * tests. Elsewhere nothing is changed, and the build says what it misses.
 */
export async function ensureBuildTools() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  const missing = (await missingBuildTools()).map((tool) => tool.debian);
  const wanted = (await runs("git")) ? missing : [...missing, "git"];
  if (wanted.length === 0) return;
  say(`installing ${wanted.join(", ")} with apt-get …`);
  await aptGet(["update"]);
  await aptGet(["install", "--yes", "--no-install-recommends", ...wanted]);
}

/** @param {readonly string[]} args */
async function aptGet(args) {
  const command = `apt-get ${args.join(" ")}`;
  const { ok, output } = await runCommand("apt-get", args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  if (!ok) throw new SetUpError("apt-get failed.", remedyFor(output) ?? `Run \`${command}\` by hand and read what it says.`, { command, output: lastLines(output) });
}
