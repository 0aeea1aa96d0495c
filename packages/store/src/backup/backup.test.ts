import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import type { Database, DatabasePlace } from "../database/database.ts";
import { connect, openDatabase } from "../database/open-database.ts";
import { listEndpoints } from "../inventory/endpoints.ts";
import { listFindings } from "../inventory/findings.ts";
import { triageFinding } from "../inventory/triage.ts";
import { ScanQueue } from "../queue/scan-queue.ts";
import { keepRefs, registerRepository } from "../repositories/repositories.ts";
import { keepResult, readResult } from "../scans/keep-result.ts";
import { bindCommit, requestScan } from "../scans/scans.ts";
import { migrateTo } from "../schema/migrate.ts";
import { asTenant, ensureTenant } from "../tenants/as-tenant.ts";
import { audit } from "../tenants/audit.ts";
import { bearerOf, createToken } from "../tenants/tokens.ts";
import { emptyDatabase, onEachEngine } from "../test-support/databases.ts";
import { sampleResult } from "../test-support/sample-result.ts";
import { restoreBackup } from "./restore-backup.ts";
import { storedTables } from "./table-catalogue.ts";
import { writeBackup } from "./write-backup.ts";

const folder = mkdtempSync(path.join(tmpdir(), "muster-backup-"));
/** Each opens several databases of its own. */
const patience = 600_000;
afterAll(() => rmSync(folder, { recursive: true, force: true }), patience);
let files = 0;
const fresh = (): string => path.join(folder, `${files++}`);
const folderPlace = (): DatabasePlace => ({ kind: "folder", folder: fresh() });

/** Two tenants with a bit of everything; the text of one result is answered, and what proves a token. */
async function fill(database: Database): Promise<{ readonly secret: string; readonly json: string; readonly scan: number }> {
  await ensureTenant(database.rows, "other");
  const tenant = await ensureTenant(database.rows, "default");
  return asTenant(database, { tenant }, async (rows) => {
    const { secret, token } = await createToken(rows, { name: "ann's", scopes: ["read"], repositories: [1, 2], expiresAt: new Date("2099-01-01T00:00:00.123Z") });
    const { repository } = await registerRepository(rows, { name: "shop", location: "https://git.example.com/shop" });
    const commit = "a".repeat(40);
    await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit }], commits: [{ sha: commit, committedAt: new Date("2026-03-01") }] });
    // A scan of a ref comes first, and is superseded by a later one of the commit.
    const byRef = await requestScan(rows, { repository: repository.id, reference: "main", priority: "interactive" });
    const { scan } = await requestScan(rows, { repository: repository.id, reference: commit, priority: "batch" });
    await bindCommit(rows, byRef.scan, commit);
    const result = sampleResult({ name: "shop", commit, endpoints: 20, findings: 30 });
    const json = `${JSON.stringify(result)}\n"\\ \u2028 ü\n`;
    await keepResult(rows, scan.id, { result, json });
    const [finding] = (await listFindings(rows, {}, "severity", { size: 1 })).rows;
    await triageFinding(rows, finding?.id ?? 0, { state: "accepted", note: "line\nbreak \"quoted\" \\", owner: "ann", expires: "2099-12-31" });
    await audit(rows, token.id, "test", "x", { nested: { list: [1, null, "ü"] } });
    await requestScan(rows, { repository: repository.id, reference: "b".repeat(40), priority: "batch" });
    return { secret, json, scan: scan.id };
  });
}

/** All rows of all tables, as text. */
async function rowsOf(database: Database): Promise<Readonly<Record<string, readonly string[]>>> {
  const all: Record<string, readonly string[]> = {};
  for (const { name } of await storedTables(database.rows)) {
    const { rows: found } = await sql<{ readonly row: string }>`select to_jsonb(item)::text as row from ${sql.table(`muster.${name}`)} as item order by 1`.execute(database.rows);
    all[name] = found.map(({ row }) => row);
  }
  return all;
}

async function filled(place: DatabasePlace): Promise<Awaited<ReturnType<typeof fill>> & { readonly rows: Awaited<ReturnType<typeof rowsOf>> }> {
  const database = await openDatabase(place);
  try {
    return { ...(await fill(database)), rows: await rowsOf(database) };
  } finally {
    await database.close();
  }
}

/** A backup with other lines, and a checksum that fits them. */
function rewritten(file: string, change: (line: string) => string | undefined): string {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n").slice(0, -2).flatMap((line) => change(line) ?? []);
  const text = lines.map((line) => `${line}\n`).join("");
  const other = fresh();
  writeFileSync(other, gzipSync(`${text}e${JSON.stringify({ rows: lines.filter((line) => line.startsWith("r")).length, sha256: createHash("sha256").update(text).digest("hex") })}\n`));
  return other;
}

onEachEngine((engine) => {
  test("what is restored, into either engine, is what was there: every row, the result byte for byte, tokens, numbers to come, and what waits", async () => {
    const source = engine === "pglite" ? { place: folderPlace(), remove: async () => undefined } : await emptyDatabase(engine);
    const target = engine === "pglite" ? folderPlace() : (await emptyDatabase("postgres")).place;
    const { rows, secret, json, scan } = await filled(source.place);
    const file = fresh();
    const written = await writeBackup(source.place, file);
    expect(written.rows).toBe(Object.values(rows).flat().length);
    expect(statSync(file).mode & 0o077).toBe(0);
    for (const place of [target, folderPlace()]) {
      expect(await restoreBackup(place, file)).toMatchObject({ rows: written.rows, queued: 1 });
      const database = await openDatabase(place);
      try {
        // The scan that waits has another job.
        const now = await rowsOf(database);
        const withoutJobs = (scans: readonly string[] = []): readonly string[] => scans.map((row) => row.replace(/"job_id": (?:null|"[^"]*")/u, ""));
        expect({ ...now, scan: withoutJobs(now["scan"]) }).toEqual({ ...rows, scan: withoutJobs(rows["scan"]) });
        const bearer = await bearerOf(database, secret);
        expect(bearer).toMatchObject({ name: "ann's", scopes: ["read"] });
        await asTenant(database, { tenant: bearer?.tenant ?? 0 }, async (tenant) => {
          expect(await readResult(tenant, scan)).toBe(json);
          expect((await listEndpoints(tenant, { path: "items" }, "path", { size: 50 })).rows).toHaveLength(3);
          const next = await registerRepository(tenant, { name: "next", location: "https://git.example.com/next" });
          expect(next).toMatchObject({ status: "registered" });
        });
        const queue = await ScanQueue.open(database, { onError: () => undefined });
        await expect.poll(async () => (await queue.depth()).waiting, { timeout: 20_000 }).toBe(1);
        await queue.rest(1000);
      } finally {
        await database.close();
      }
    }
    await source.remove();
  }, patience);
});

test("a backup of an earlier schema is brought up to date", async () => {
  const place = folderPlace();
  await filled(place);
  const file = fresh();
  await writeBackup(place, file);
  // What there was at the second step, and nothing that came later.
  const old = await connect({ kind: "memory" });
  const known = await old.rows.transaction().execute(async (transaction) => {
    await migrateTo(transaction, 2);
    return new Map((await storedTables(transaction)).map(({ name, columns }) => [name, columns]));
  });
  await old.close();
  let columns: readonly string[] | undefined;
  const earlier = rewritten(file, (line) => {
    const value = JSON.parse(line.slice(1)) as Record<string, unknown>;
    if (line.startsWith("h")) return `h${JSON.stringify({ ...value, schema: 2, migrations: (value["migrations"] as string[]).slice(0, 2) })}`;
    if (line.startsWith("t")) columns = known.get(String(value["table"]));
    if (columns === undefined) return undefined;
    return line.startsWith("t") ? `t${JSON.stringify({ ...value, columns })}` : line;
  });
  const target = folderPlace();
  await restoreBackup(target, earlier);
  const database = await openDatabase(target);
  const { rows: found } = await sql<{ readonly origin: string; readonly points: number }>`select origin, (select count(*) from muster.trend_point) as points from muster.scan where state = 'complete'`.execute(database.rows);
  expect(found).toMatchObject([{ origin: "service", points: 1 }]);
  await database.close();
}, patience);

test("a backup of a newer Muster, a damaged one, and what is none are refused by name, and nothing is restored", async () => {
  const place = folderPlace();
  await filled(place);
  const good = fresh();
  await writeBackup(place, good);
  const bytes = readFileSync(good);
  const fileOf = (content: Uint8Array | string): string => {
    const file = fresh();
    writeFileSync(file, content);
    return file;
  };
  const text = gunzipSync(bytes).toString("utf8");
  const refused: readonly (readonly [string, string])[] = [
    [rewritten(good, (line) => (line.startsWith("h") ? `h${JSON.stringify({ ...JSON.parse(line.slice(1)), schema: 1000 })}` : line)), "a newer one wrote it"],
    [rewritten(good, (line) => (line.startsWith("h") ? line.replace("hook deliveries", "another step") : line)), "schema this one does not know"],
    [rewritten(good, (line) => (line.startsWith("t") ? line.replace('"audit"', '"pg_authid"') : line)), "has a table"],
    [fileOf(bytes.subarray(0, bytes.length - 20)), "damaged: it ends too early"],
    [fileOf(bytes.subarray(0, 400)), "damaged: it ends too early"],
    [fileOf(gzipSync(text.slice(0, -1000))), "damaged: it ends too early"],
    [fileOf(gzipSync(text.replace("ann's", "eve's"))), "damaged: its checksum is another one"],
    [fileOf(gzipSync(text.replace(/^r.*\n/mu, ""))), "damaged: it has"],
    [fileOf(gzipSync(`${text}r{}\n`)), "damaged: something follows its end"],
    [fileOf(Buffer.concat([bytes.subarray(0, 300), Buffer.alloc(60), bytes.subarray(360)])), "is damaged"],
    [fileOf("no backup"), "damaged: it cannot be unpacked"],
    [fileOf(gzipSync("{}\n")), "is no backup of Muster's"],
    [fileOf(""), "damaged: it ends too early"],
    [path.join(folder, "nowhere"), "cannot be read (ENOENT)"],
  ];
  for (const [file, message] of refused) await expect(restoreBackup(folderPlace(), file), message).rejects.toThrow(message);
  const target = folderPlace();
  await expect(restoreBackup(target, refused[2]?.[0] ?? "")).rejects.toThrow("has a table");
  expect(await restoreBackup(target, good)).toMatchObject({ queued: 1 });
  await expect(restoreBackup(target, good)).rejects.toThrow("The database is not empty");
}, patience);

test("a folder that a service holds is not backed up beside it, a file that is there is not written over, and nothing half is left", async () => {
  const place = folderPlace();
  const database = await openDatabase(place);
  const file = fresh();
  await expect(writeBackup(place, file)).rejects.toThrow("Another process uses the data folder");
  await database.close();
  await expect(writeBackup(place, path.join(file, "no", "folder"))).rejects.toThrow("ENOENT");
  await writeBackup(place, file);
  await expect(writeBackup(place, file)).rejects.toThrow("There is a file");
  expect(existsSync(`${file}.partial`)).toBe(false);
}, patience);
