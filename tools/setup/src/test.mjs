import { spawn } from "node:child_process";
import path from "node:path";

import { ensureBuildTools } from "./ensure-build-tools.mjs";
import { ensureNode } from "./ensure-node.mjs";
import { ensurePackages } from "./ensure-packages.mjs";
import { exitWithReport } from "./exit-with-report.mjs";
import { buildNativeEngine } from "./native-engine-step.mjs";
import { pathFirst } from "./path-first.mjs";
import { repository } from "./repository.mjs";
import { requireNode } from "./require-node.mjs";
import { removeReports, tallyReports } from "./test-reports.mjs";
import { closingLine } from "./test-tally.mjs";

const targets = ["typecheck", "lint", "unused", "boundaries", "test"];

/* `npm test`: the set-up with development packages and the native regex engine, then every check and test, from the cache where nothing changed. */
await exitWithReport(async () => {
  requireNode();
  const node = await ensureNode(repository);
  await ensurePackages(repository, node, "all");
  await ensureBuildTools();
  const native = await buildNativeEngine(repository, node);
  await removeReports(repository);
  const checks = await runNx(node);
  const tally = await tallyReports(repository);
  // A check other than a test that failed has no count of its own; it must not hide behind "0 failed".
  const failed = Math.max(tally.failed, checks && native ? 0 : 1);
  process.stdout.write(`\n${closingLine({ ...tally, failed })}\n`);
  process.exitCode = failed > 0 ? 1 : 0;
});

/** @param {string} node */
function runNx(node) {
  const nx = path.join(repository, "node_modules", "nx", "dist", "bin", "nx.js");
  const args = [nx, "run-many", `--targets=${targets.join(",")}`, "--outputStyle=static", "--parallel=2"];
  const env = { ...pathFirst(process.env, path.dirname(node)), NX_DAEMON: "false", NX_NO_CLOUD: "true", NX_TUI: "false", npm_config_update_notifier: "false" };
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: repository, env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("exit", (status) => resolve(status === 0));
  });
}
