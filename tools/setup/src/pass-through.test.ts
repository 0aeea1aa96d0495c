import { spawn } from "node:child_process";
import { once } from "node:events";

import { expect, test } from "vitest";

const module = JSON.stringify(new URL("pass-through.mjs", import.meta.url).href);

/** Runs `passThrough` in a process of its own, around a Node that runs the given code. */
function start(code: string): ReturnType<typeof spawn> {
  const script = `const { passThrough } = await import(${module}); await passThrough(process.execPath, ["--eval", ${JSON.stringify(code)}], process.cwd());`;
  return spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: ["ignore", "pipe", "inherit"] });
}

test("the exit status of the command is passed on", async () => {
  const [status] = await once(start("process.exitCode = 2"), "exit");
  expect(status).toBe(2);
});

test.skipIf(process.platform === "win32")("a signal reaches the command, which ends as it sees fit", async () => {
  const child = start(`process.on("SIGTERM", () => process.exit(42)); setInterval(() => {}, 1000); console.log("ready")`);
  const ended = once(child, "exit");
  if (child.stdout !== null) await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect((await ended)[0]).toBe(42);
});

test.skipIf(process.platform === "win32")("a command that a signal ends gives the status that shells give", async () => {
  const [status] = await once(start(`process.kill(process.pid, "SIGKILL")`), "exit");
  expect(status).toBe(128 + 9);
});
