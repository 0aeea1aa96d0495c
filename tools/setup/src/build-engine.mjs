import { existsSync, readFileSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import path from "node:path";

import { missingBuildTools } from "./build-tools.mjs";
import { fetchPinnedNode } from "./ensure-node.mjs";
import { keepEngine } from "./native-cache.mjs";
import { nodePins } from "./node-pins.mjs";
import { pathFirst } from "./path-first.mjs";
import { remedyFor } from "./remedy.mjs";
import { removeStages, stage } from "./stage.mjs";
import { lastLines, runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";
import { SetUpError } from "./set-up-error.mjs";

const progressMilliseconds = 15_000;

/**
 * Builds re2 from the sources in its package and keeps the result in the cache.
 *
 * @param {string} root
 * @param {string} packageFolder
 */
export async function buildEngine(root, packageFolder) {
  const missing = await missingBuildTools();
  if (missing.length > 0) {
    throw new SetUpError(
      `Building re2 needs ${missing.map((tool) => tool.name).join(", ")}, not found on PATH.`,
      `On Debian and Ubuntu: \`apt-get install -y ${missing.map((tool) => tool.debian).join(" ")}\`; elsewhere install them by your system's own means (macOS: \`xcode-select --install\`). Then run \`./muster setup --native\` again.`,
    );
  }
  say("building the native regex engine re2 (about two minutes, once; kept in the cache folder) …");
  // Inside node_modules, since the sources look up `nan` as a package.
  const parent = path.join(root, "node_modules", ".muster");
  await removeStages(parent);
  const folder = await stage(parent);
  try {
    await cp(packageFolder, folder, { recursive: true });
    await compile(root, folder);
    const kept = await keepEngine(folder, path.join(folder, "build", "Release", "re2.node"));
    if (!kept.usable) throw new SetUpError(`re2 was built, and does not work: ${kept.reason}.`, "Scans work without it, with re2js. Please report this.");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function compile(root, folder) {
  const headers = await findHeaders(root);
  const gyp = path.join(root, "node_modules", "node-gyp", "bin", "node-gyp.js");
  // A `nodedir` of the user's npm settings is for another Node.
  const { npm_config_nodedir: _other, ...env } = process.env;
  const args = [gyp, "rebuild", "--jobs=max", ...(headers === undefined ? [] : [`--nodedir=${headers}`])];
  const progress = showProgress();
  try {
    const result = await runCommand(process.execPath, args, { cwd: folder, env: pathFirst(env, path.dirname(process.execPath)), onText: progress.onText });
    if (result.ok) return;
    const remedy = remedyFor(result.output) ?? "Read the compiler's own words above. Scans work without re2, with re2js.";
    throw new SetUpError("re2 could not be built.", remedy, { command: `node-gyp ${args.slice(1).join(" ")}`, output: lastLines(result.output) });
  } finally {
    progress.stop();
  }
}

/** Long silence looks like a hang: a line from time to time says how far it is. */
function showProgress() {
  const started = Date.now();
  let compiled = 0;
  const timer = setInterval(() => say(`building re2: ${compiled} files compiled, ${Math.round((Date.now() - started) / 1000)} s`), progressMilliseconds);
  return {
    /** @param {string} text */
    onText: (text) => {
      compiled += text.match(/^ {2}C(?:XX|C)\(target\)/gmu)?.length ?? 0;
    },
    stop: () => clearInterval(timer),
  };
}

/**
 * A folder with this Node's headers: its own, or those of the pinned one where both have the same binary interface.
 * Otherwise undefined, and node-gyp fetches them.
 *
 * @param {string} root
 * @returns {Promise<string | undefined>}
 */
async function findHeaders(root) {
  const own = path.join(path.dirname(process.execPath), "..");
  if (hasHeaders(own)) return own;
  const pin = nodePins[`${process.platform}-${process.arch}`];
  if (pin === undefined || pin.version.split(".")[0] !== process.versions.node.split(".")[0]) return undefined;
  const pinned = path.join(path.dirname(await fetchPinnedNode(root)), "..");
  return hasHeaders(pinned) ? pinned : undefined;
}

/** @param {string} folder */
function hasHeaders(folder) {
  const file = path.join(folder, "include", "node", "node_version.h");
  return existsSync(file) && new RegExp(`^#define NODE_MODULE_VERSION ${process.versions.modules}$`, "mu").test(readFileSync(file, "utf8"));
}
