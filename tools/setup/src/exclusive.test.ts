import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterEach, beforeEach, expect, test } from "vitest";

import { exclusive } from "./exclusive.mjs";

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "muster-exclusive-"));
  lock = path.join(folder, "deep", "lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("two processes never work at once", async () => {
  const log = path.join(folder, "log");
  const module = JSON.stringify(new URL("exclusive.mjs", import.meta.url).href);
  const script = `
    import { appendFileSync } from "node:fs";
    import { setTimeout as sleep } from "node:timers/promises";
    const { exclusive } = await import(${module});
    await exclusive(process.argv[1], "testing", async () => { appendFileSync(process.argv[2], "in "); await sleep(300); appendFileSync(process.argv[2], "out "); });
  `;
  const run = promisify(execFile);
  await Promise.all([1, 2, 3].map(() => run(process.execPath, ["--input-type=module", "--eval", script, lock, log])));
  expect(readFileSync(log, "utf8")).toBe("in out in out in out ");
  expect(existsSync(lock)).toBe(false);
});

test("the lock of a process that died is taken over", async () => {
  mkdirSync(lock, { recursive: true });
  const dead = await new Promise<number>((resolve) => {
    const child = execFile(process.execPath, ["--eval", ""], () => resolve(child.pid ?? -1));
  });
  writeFileSync(path.join(lock, "owner"), JSON.stringify({ host: hostname(), pid: dead }));
  await expect(exclusive(lock, "testing", async () => "worked")).resolves.toBe("worked");
});

test("work that fails gives the lock back", async () => {
  await expect(exclusive(lock, "testing", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(exclusive(lock, "testing", async () => 1)).resolves.toBe(1);
});
