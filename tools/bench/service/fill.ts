import { asTenant, ensureTenant, keepRefs, keepResult, listFindings, registerRepository, requestScan, triageFinding, type Database } from "@muster/store";
import { sampleResult } from "@muster/store/sample-result";

/** How much a database is filled with. */
export interface Size {
  readonly repositories: number;
  /** Of each repository. */
  readonly endpoints: number;
  readonly findings: number;
}

/** Keeps a made-up result for each repository, as workers do, so many at once; one finding of each is accepted. */
export async function fill(database: Database, { repositories, endpoints, findings }: Size, atOnce: number): Promise<void> {
  const tenant = await ensureTenant(database.rows, "default");
  let next = 0;
  const one = async (): Promise<void> => {
    for (let index = next++; index < repositories; index = next++) {
      const name = `service-${String(index).padStart(4, "0")}`;
      const commit = index.toString(16).padStart(40, "0");
      await asTenant(database, { tenant }, async (rows) => {
        const { repository } = await registerRepository(rows, { name, location: `https://git.example.com/${name}` });
        await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit }], commits: [{ sha: commit, committedAt: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000) }] });
        const { scan } = await requestScan(rows, { repository: repository.id, reference: commit, priority: "batch" });
        const result = sampleResult({ name, commit, endpoints, findings });
        await keepResult(rows, scan.id, { result, json: JSON.stringify(result) });
        const [first] = (await listFindings(rows, { repositories: [repository.id] }, "severity", { size: 1 })).rows;
        if (first !== undefined) await triageFinding(rows, first.id, { state: "accepted", note: "behind the gateway", owner: "ann", expires: "2099-12-31" });
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
