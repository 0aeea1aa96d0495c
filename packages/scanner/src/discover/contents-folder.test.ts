import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeContentsFolder, removeLeftContents } from "./contents-folder.ts";

test("folders of processes that are gone, and of an earlier one with this number, are removed; those of others are not", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const [gone, earlier, running, other] = [`muster-commit-${pid}-`, `muster-commit-${process.pid}-`, `muster-commit-${process.ppid}-`, "muster-commit-x-"].map((name) => mkdtempSync(join(tmpdir(), name)));
  const own = makeContentsFolder();
  try {
    removeLeftContents();
    expect([gone, earlier, own, running, other].map((folder) => existsSync(folder ?? ""))).toEqual([false, false, true, true, true]);
  } finally {
    for (const folder of [gone, earlier, own, running, other]) rmSync(folder ?? "", { recursive: true, force: true });
  }
});
