import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { readResult } from "../scans/keep-result.ts";
import { asTenant, ensureTenant } from "../tenants/as-tenant.ts";
import { openDatabase } from "./open-database.ts";

const writer = fileURLToPath(new URL("../test-support/writing-worker.ts", import.meta.url));
const disk = mkdtempSync(path.join(tmpdir(), "muster-disk-"));
/** A small disk of its own takes the right to mount one. */
const mounted = spawnSync("/bin/mount", ["-t", "tmpfs", "-o", "size=300m", "muster-test", disk]).status === 0;
afterAll(() => {
  if (mounted) execFileSync("/bin/umount", [disk]);
  rmdirSync(disk);
});

test.skipIf(!mounted)(`a disk that fills up ends the writer, and nothing that was acknowledged is lost${mounted ? "" : " (skipped: no disk can be mounted here)"}`, async () => {
  const folder = path.join(disk, "data");
  const filler = path.join(disk, "filler");
  const child = spawn(process.execPath, ["--conditions=@muster/source", writer, folder, "1"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  for await (const text of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    said += String(text);
    if (said.split("\n").length > 3) break;
  }
  child.stdout.on("data", (text: string) => (said += text));
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(bavail * bsize - 3_000_000));
  await once(child, "close");
  expect(complaint).not.toBe("");
  await expect(openDatabase({ kind: "folder", folder })).rejects.toThrow(/The disk of the data folder \S+ is full: \d+ MB are free, and 100 are needed\. Free some space, or name another folder\./u);
  rmSync(filler);
  const acknowledged = said.split("\n").slice(0, -1).map((line) => line.split(" "));
  expect(acknowledged.length).toBeGreaterThan(2);
  const database = await openDatabase({ kind: "folder", folder });
  const tenant = await ensureTenant(database.rows, "default");
  await asTenant(database, { tenant }, async (rows) => {
    for (const [scan, commit = "none"] of acknowledged) expect(await readResult(rows, Number(scan))).toContain(commit);
  });
  await database.close();
}, 240_000);
