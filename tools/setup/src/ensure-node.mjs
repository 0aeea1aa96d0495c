import { existsSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { exclusive } from "./exclusive.mjs";
import { nodePins, oldestNode } from "./node-pins.mjs";
import { quietNpm, runNpm } from "./npm-client.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";
import { SetUpError } from "./set-up-error.mjs";
import { removeStages, stage } from "./stage.mjs";

/** @typedef {import("./node-pins.mjs").NodePin} NodePin */

/**
 * A Node that runs Muster: the one that runs this where it is new enough, else the pinned one, fetched once into `.runtime`.
 *
 * @param {string} root
 * @returns {Promise<string>} Path of the executable.
 */
export async function ensureNode(root) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  return await fetchPinnedNode(root);
}

/** @param {string} version `24.21.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor);
}

/**
 * @param {string} root
 * @returns {Promise<string>} Path of the executable.
 */
export async function fetchPinnedNode(root) {
  const pin = nodePins[`${process.platform}-${process.arch}`];
  if (pin === undefined) {
    throw new SetUpError(
      `This machine has Node ${process.versions.node}, and no newer one is packaged for ${process.platform} on ${process.arch}.`,
      `Install Node ${oldestNode.major}.${oldestNode.minor} or newer, and run this again.`,
    );
  }
  const runtime = path.join(root, ".runtime");
  const folder = path.join(runtime, `node-${pin.version}`);
  const executable = path.join(folder, pin.executable);
  if (existsSync(executable)) return executable;
  await exclusive(path.join(runtime, "node.lock"), "fetching Node", async () => {
    if (!existsSync(executable)) await fetch(pin, runtime, folder);
  });
  return executable;
}

/**
 * Fetches into a folder beside and renames, so that an interrupted download is never taken for a Node.
 *
 * @param {NodePin} pin
 * @param {string} runtime
 * @param {string} folder
 */
async function fetch(pin, runtime, folder) {
  say(`this machine has Node ${process.versions.node}: fetching Node ${pin.version} into .runtime (once, about 50 MB) …`);
  await removeStages(runtime);
  const project = await stage(runtime);
  try {
    await writeProject(project, pin);
    await runNpm(process.execPath, ["ci", ...quietNpm], project);
    const fetched = path.join(project, "node_modules", pin.name);
    await checkRuns(path.join(fetched, pin.executable), pin);
    await rename(fetched, folder);
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/**
 * A project whose lock file carries the pinned hash: npm itself then refuses another archive.
 *
 * @param {string} project
 * @param {NodePin} pin
 */
async function writeProject(project, pin) {
  const dependencies = { [pin.name]: pin.version };
  const lock = {
    lockfileVersion: 3,
    requires: true,
    packages: { "": { dependencies }, [`node_modules/${pin.name}`]: { version: pin.version, integrity: pin.integrity } },
  };
  await writeFile(path.join(project, "package.json"), JSON.stringify({ private: true, dependencies }));
  await writeFile(path.join(project, "package-lock.json"), JSON.stringify(lock));
}

/**
 * @param {string} executable
 * @param {NodePin} pin
 */
async function checkRuns(executable, pin) {
  const remedy = `Install Node ${oldestNode.major}.${oldestNode.minor} or newer by your system's own means (the packaged one needs glibc on Linux), and run this again.`;
  let answer;
  try {
    answer = await runCommand(executable, ["--version"]);
  } catch (cause) {
    throw new SetUpError(`The fetched Node ${pin.version} does not start on this machine.`, remedy, { cause });
  }
  if (answer.output !== `v${pin.version}`) throw new SetUpError(`The fetched Node ${pin.version} does not run on this machine.`, remedy, { output: answer.output });
}
