import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { childSeconds } from "./child-seconds.ts";

test.skipIf(process.platform !== "linux")("a child that has ended is counted with what it worked", () => {
  const before = childSeconds();
  expect(childSeconds()).toBe(before);
  spawnSync(process.execPath, ["--eval", "const used = process.cpuUsage(); while (process.cpuUsage(used).user < 200_000);"]);
  expect(childSeconds() - before).toBeGreaterThan(0.2);
}, 120_000);
