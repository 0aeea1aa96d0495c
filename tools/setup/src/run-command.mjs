import { spawn } from "node:child_process";

/** How much of a command's output is kept for a report. */
const keptCharacters = 64 * 1024;

/**
 * Runs a command to its end, keeping the last of what it printed (stdout and stderr together).
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, onText?: (text: string) => void }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>} `ok` when it ended by itself with status 0. Rejects when it could not be started.
 */
export function runCommand(command, args, options = {}) {
  const { onText, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...spawnOptions, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    let output = "";
    const keep = (/** @type {string} */ text) => {
      output = (output + text).slice(-keptCharacters);
      onText?.(text);
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", reject);
    child.on("close", (status) => resolve({ ok: status === 0, output: output.trim() }));
  });
}

/**
 * The last lines of a command's output, for a report, without the lines of stack traces.
 *
 * @param {string} output
 */
export function lastLines(output) {
  return output
    .split("\n")
    .filter((line) => !/^(?:npm error)?\s+at /u.test(line))
    .slice(-15)
    .join("\n");
}
