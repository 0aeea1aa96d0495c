import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { ensureTenant } from "../tenants/as-tenant.ts";
import { openDatabase } from "./open-database.ts";

test("a second process on a data folder is refused with what to do, and the next one finds what was written", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "muster-data-"));
  try {
    const database = await openDatabase({ kind: "folder", folder });
    const tenant = await ensureTenant(database.rows, "default");
    const script = `const { openDatabase } = await import(${JSON.stringify(new URL("open-database.ts", import.meta.url).href)});
      await openDatabase({ kind: "folder", folder: ${JSON.stringify(folder)} }).then(() => console.log("opened"), (error) => console.log(error.message));`;
    const second = spawnSync(process.execPath, ["--conditions=@muster/source", "--input-type=module", "--eval", script], { encoding: "utf8" });
    expect(second.stdout).toBe(`Another process uses the data folder ${folder}. End it, name another folder, or share a Postgres database.\n`);
    await database.close();
    const again = await openDatabase({ kind: "folder", folder });
    expect(await ensureTenant(again.rows, "default")).toBe(tenant);
    await again.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
