import path from "node:path";

import { exclusive } from "./exclusive.mjs";
import { readInstallStamp, stampCovers, writeInstallStamp } from "./install-stamp.mjs";
import { treeMatchesLock } from "./installed-tree.mjs";
import { fetchNativeEngine } from "./native-engine-step.mjs";
import { quietNpm, runNpm } from "./npm-client.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";

/** @typedef {import("./installed-tree.mjs").Extent} Extent */

/**
 * Makes node_modules what package-lock.json says, where it is not. No package's install script runs; the one install step
 * that is allowed is the prebuilt addon of re2, which is fetched here and checked against the hash in its package.
 *
 * @param {string} root
 * @param {string} node The Node that Muster will run on.
 * @param {Extent} extent
 */
export async function ensurePackages(root, node, extent) {
  const { output: version } = await runCommand(node, ["--version"]);
  if (isCurrent(root, node, version, extent)) return;
  await exclusive(path.join(root, ".runtime", "install.lock"), "installing packages", async () => {
    if (isCurrent(root, node, version, extent)) return;
    const stamp = readInstallStamp(root);
    // Who has development packages keeps them: a scan after a pull must not cost the next test run an installation.
    const kept = stamp?.extent === "all" ? "all" : extent;
    if (!stampCovers(stamp, kept) && !treeMatchesLock(root, kept)) await install(root, node, kept);
    const installed = treeMatchesLock(root, "all") ? "all" : kept;
    await fetchNativeEngine(root, node);
    await writeInstallStamp(root, { node, version, extent: installed });
  });
}

/**
 * @param {string} root
 * @param {string} node
 * @param {string} version
 * @param {Extent} extent
 */
function isCurrent(root, node, version, extent) {
  const stamp = readInstallStamp(root);
  return stampCovers(stamp, extent) && stamp?.node === node && stamp.version === version;
}

/**
 * @param {string} root
 * @param {string} node
 * @param {Extent} extent
 */
async function install(root, node, extent) {
  say(`installing ${extent === "all" ? "packages" : "the packages a scan needs"} from package-lock.json …`);
  const started = Date.now();
  await runNpm(node, ["ci", ...quietNpm, extent === "all" ? "--include=dev" : "--omit=dev"], root);
  say(`installed in ${Math.round((Date.now() - started) / 1000)} s`);
}
