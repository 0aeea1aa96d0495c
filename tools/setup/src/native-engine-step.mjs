import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { lastLines, runCommand } from "./run-command.mjs";
import { SetUpError } from "./set-up-error.mjs";

/** It runs under the Node that will load the addon: addons are made for one Node's binary interface. */
const nativeEngine = fileURLToPath(new URL("native-engine.mjs", import.meta.url));

/**
 * Tries to have re2 without building it. That it cannot be had is no failure: scans then use re2js, with the same results.
 *
 * @param {string} root
 * @param {string} node
 */
export async function fetchNativeEngine(root, node) {
  const { ok, output } = await runCommand(node, [nativeEngine, "fetch", root], { env: { ...process.env, NODE_USE_ENV_PROXY: "1" } });
  if (!ok) throw new SetUpError("The regex engine could not be set up.", "This is a defect of the set-up: please report it with the lines above.", { output: lastLines(output) });
}

/**
 * Has re2, building it where it must. It says what it does, and on failure what to do, by itself.
 *
 * @param {string} root
 * @param {string} node
 * @returns {Promise<boolean>} False when it failed.
 */
export function buildNativeEngine(root, node) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [nativeEngine, "build", root], { stdio: "inherit", cwd: path.dirname(nativeEngine) });
    child.on("error", reject);
    child.on("exit", (status) => resolve(status === 0));
  });
}
