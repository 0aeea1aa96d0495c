import { spawn } from "node:child_process";
import { constants } from "node:os";

const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a command in this one's place: same streams, signals passed on, same end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<void>}
 */
export function passThrough(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", cwd });
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      // A terminal sends Ctrl-C to the whole group: the child has it already, and a second one would mean "at once".
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of signals) process.on(signal, pass);
    child.on("error", reject);
    child.on("exit", (status, signal) => {
      for (const name of signals) process.off(name, pass);
      process.exitCode = status ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      resolve();
    });
  });
}
