import { asTenant, countEndpoints, countFindings, countRepositories, ensureTenant, openDatabase } from "@muster/store";
import { expect, test } from "vitest";
import { fill } from "./fill.ts";

test("a database is filled as asked, with what is there now", async () => {
  const database = await openDatabase({ kind: "memory" });
  await fill(database, { repositories: 3, endpoints: 4, findings: 5 }, 2);
  const tenant = await ensureTenant(database.rows, "default");
  const counts = await asTenant(database, { tenant }, async (rows) => [await countRepositories(rows, {}), await countEndpoints(rows, {}), await countFindings(rows, {})]);
  expect(counts).toEqual([3, 12, 15]);
  await database.close();
});
