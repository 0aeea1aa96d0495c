import { existsSync, realpathSync } from "node:fs";
import path from "node:path";

import { pathFirst } from "./path-first.mjs";
import { remedyFor } from "./remedy.mjs";
import { lastLines, runCommand } from "./run-command.mjs";
import { SetUpError } from "./set-up-error.mjs";

/**
 * Runs the machine's npm, so that the user's registry, proxy and certificates apply, under the given Node: npm leaves out
 * optional packages that do not fit the Node it runs on itself.
 *
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export async function runNpm(node, args, cwd) {
  const client = findNpm();
  const env = await npmEnvironment(client, node);
  const command = `npm ${args.join(" ")}`;
  let result;
  try {
    result =
      client.kind === "script"
        ? await runCommand(node, [client.path, ...args], { cwd, env })
        : await runCommand(client.path, args, { cwd, env, shell: process.platform === "win32" });
  } catch (cause) {
    throw new SetUpError("npm could not be started.", "Install npm beside Node, and run this again.", { command, cause });
  }
  if (!result.ok) {
    const remedy = remedyFor(result.output) ?? "Read npm's own words above; then run this again.";
    throw new SetUpError("npm failed.", remedy, { command: `${command} (in ${cwd})`, output: lastLines(result.output) });
  }
}

/**
 * npm looks for the machine's settings (a company's registry, its certificates) beside the Node it runs on. Under another
 * Node it must be told where they are.
 *
 * @param {NpmClient} client
 * @param {string} node
 */
async function npmEnvironment(client, node) {
  const own = withoutOuterNpm(process.env);
  if (node === process.execPath || client.kind !== "script") return pathFirst(own, path.dirname(node));
  const asked = await runCommand(process.execPath, [client.path, "config", "get", "globalconfig", "--no-update-notifier"], { env: own });
  const file = asked.output.split("\n").at(-1) ?? "";
  return { ...pathFirst(own, path.dirname(node)), ...(asked.ok && path.isAbsolute(file) ? { npm_config_globalconfig: file } : {}) };
}

/**
 * Set-up's own choice of what npm installs and prints, which the user's settings would otherwise change, and retries that end
 * within seconds: someone who is offline waits for an answer.
 */
export const quietNpm = [
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  "--no-update-notifier",
  "--no-progress",
  "--engine-strict=false",
  "--include=optional",
  "--fetch-retries=2",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=5000",
];

/**
 * npm as a script that any Node can run, or as a command (a version manager's shim) that picks its own.
 *
 * @typedef {{ kind: "script" | "command", path: string }} NpmClient
 * @returns {NpmClient}
 */
function findNpm() {
  const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), path.dirname(process.execPath)].filter((folder) => folder !== "");
  const outer = process.env["npm_execpath"];
  if (outer !== undefined && path.basename(outer) === "npm-cli.js" && existsSync(outer)) return { kind: "script", path: outer };
  const commands = folders.map((folder) => path.join(folder, process.platform === "win32" ? "npm.cmd" : "npm")).filter((file) => existsSync(file));
  for (const command of commands) {
    const script = scriptBehind(command);
    if (script !== undefined) return { kind: "script", path: script };
  }
  const [shim] = commands;
  if (shim !== undefined) return { kind: "command", path: shim };
  throw new SetUpError("npm was not found on PATH.", "Install npm (it comes with Node; on Debian and Ubuntu: `apt-get install -y npm`) and run this again.");
}

/** @param {string} command */
function scriptBehind(command) {
  const real = realpathSync(command);
  const folder = path.dirname(command);
  const candidates = [
    real,
    path.join(folder, "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(folder, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  return candidates.find((file) => path.basename(file) === "npm-cli.js" && existsSync(file));
}

/**
 * What an npm that runs us says about itself would lead the npm we run to the wrong folder. The user's own settings stay.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function withoutOuterNpm(env) {
  const outer = /^npm_(?:command|execpath|lifecycle_.*|node_execpath|package_.*|config_(?:local_prefix|prefix|global_prefix|workspaces?|omit|include|global))$/iu;
  const { npm_config_globalconfig: globalConfig } = env;
  // With `--prefix` npm looks for the machine's settings below that folder and passes the guess on.
  const guessed = globalConfig !== undefined && !existsSync(globalConfig) ? "npm_config_globalconfig" : undefined;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !outer.test(name) && name !== guessed));
}
