import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { countEndpoints } from "../inventory/endpoints.ts";
import { readResult } from "../scans/keep-result.ts";
import { sampleResult } from "../test-support/sample-result.ts";
import { asTenant, ensureTenant } from "../tenants/as-tenant.ts";
import { openDatabase } from "./open-database.ts";

/** Few in a usual run; `MUSTER_KILLS=50` for the whole proof. */
const kills = Number(process.env["MUSTER_KILLS"] ?? 2);
const writer = fileURLToPath(new URL("../test-support/writing-worker.ts", import.meta.url));

test(`${kills} kills in the middle of writing lose nothing that was acknowledged, and leave nothing half written`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "muster-killed-"));
  try {
    const acknowledged = new Map<number, string>();
    for (let run = 1; run <= kills; run++) {
      const child = spawn(process.execPath, ["--conditions=@muster/source", writer, folder, String(run)], { stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
      while (!said.includes("\n")) {
        if (child.exitCode !== null) throw new Error(`The writer ended by itself with ${child.exitCode}.`);
        await wait(10);
      }
      await wait(400 * Math.random());
      child.kill("SIGKILL");
      await once(child, "close");
      // A line that was begun only was not acknowledged.
      for (const line of said.split("\n").slice(0, -1)) acknowledged.set(Number(line.split(" ")[0]), line.split(" ")[1] ?? "");
    }
    const database = await openDatabase({ kind: "folder", folder });
    const tenant = await ensureTenant(database.rows, "default");
    await asTenant(database, { tenant }, async (rows) => {
      const lost: number[] = [];
      for (const [scan, commit] of acknowledged) {
        const kept = await readResult(rows, scan);
        if (kept === undefined || !kept.includes(commit)) lost.push(scan);
      }
      expect(lost).toEqual([]);
      const scans = await rows.selectFrom("muster.scan").select("state").execute();
      expect(new Set(scans.map(({ state }) => state))).toEqual(new Set(["complete"]));
      expect(scans.length).toBeGreaterThanOrEqual(acknowledged.size);
      expect(await countEndpoints(rows, {})).toBe(sampleResult({ name: "shop", commit: "", endpoints: 20, findings: 0 }).endpoints.length);
    });
    await database.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000 * (kills + 1));
