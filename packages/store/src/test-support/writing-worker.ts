import { openDatabase } from "../database/open-database.ts";
import { keepRefs, registerRepository } from "../repositories/repositories.ts";
import { keepResult } from "../scans/keep-result.ts";
import { requestScan } from "../scans/scans.ts";
import { asTenant, ensureTenant } from "../tenants/as-tenant.ts";
import { sampleResult } from "./sample-result.ts";

// Keeps results in a data folder until it is killed, and says of each that was kept which one it is: `node writing-worker.ts <folder> <run>`.
const [folder = "", run = ""] = process.argv.slice(2);
const database = await openDatabase({ kind: "folder", folder });
const tenant = await ensureTenant(database.rows, "default");
for (let index = 0; ; index++) {
  const commit = `${run}${index}`.padStart(40, "0");
  const scan = await asTenant(database, { tenant }, async (rows) => {
    const { repository } = await registerRepository(rows, { name: "shop", location: "/shop" });
    await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit }], commits: [] });
    const asked = await requestScan(rows, { repository: repository.id, reference: commit, priority: "batch" });
    const result = sampleResult({ name: "shop", commit, endpoints: 20, findings: 20, shift: index });
    await keepResult(rows, asked.scan.id, { result, json: JSON.stringify(result) });
    return asked.scan.id;
  });
  process.stdout.write(`${scan} ${commit}\n`);
}
