/**
 * What the service answers under load: `node --conditions=@muster/source tools/bench/service-load.ts --database postgres://…
 * [--repositories 500] [--endpoints 200] [--findings 2000] [--clients 50] [--seconds 30] [--think 0,250]`. The database must be empty, or
 * filled by an earlier run (end that one, and run VACUUM ANALYZE, which autovacuum does in time); it is left as it is. Every query of a dashboard is asked over HTTP by so many clients at once, each with a token of its own,
 * once for each think time: the milliseconds that a client waits on average between an answer and its next question. The clients run on the same
 * machine; whose processor time is whose is told.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { asTenant, createToken, ensureTenant, openDatabase } from "@muster/store";
import { clientsOf, percentile, type Load } from "./service/clients.ts";
import { dashboardQueries } from "./service/dashboard.ts";
import { fill } from "./service/fill.ts";
import { processSeconds, processesNamed } from "./service/process-seconds.ts";

const { values } = parseArgs({
  options: { database: { type: "string" }, repositories: { type: "string", default: "500" }, endpoints: { type: "string", default: "200" }, findings: { type: "string", default: "2000" }, clients: { type: "string", default: "50" }, seconds: { type: "string", default: "30" }, think: { type: "string", default: "0,250" } },
});
const url = values.database;
if (url === undefined) throw new Error("Name an empty Postgres database: --database postgres://…");
const size = { repositories: Number(values.repositories), endpoints: Number(values.endpoints), findings: Number(values.findings) };

const database = await openDatabase({ kind: "postgres", url });
const tenant = await ensureTenant(database.rows, "default");
const known = await database.rows.selectFrom("muster.repository").select((is) => is.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
if (Number(known.count) === 0) {
  const begun = Date.now();
  await fill(database, size, 4);
  console.log(`filled in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}
const tokens: string[] = [];
for (let index = 0; index < Number(values.clients); index++) tokens.push((await asTenant(database, { tenant }, (rows) => createToken(rows, { name: `bench ${index}`, scopes: ["read"] }))).secret);
await database.close();

const home = mkdtempSync(path.join(tmpdir(), "muster-load-"));
const main = path.join(path.dirname(fileURLToPath(import.meta.resolve("@muster/cli"))), "main.ts");
const server = spawn(process.execPath, ["--conditions=@muster/source", main, "serve", "--jobs", "0", "--port", "0", "--log", "error"], { env: { ...process.env, MUSTER_DATABASE_URL: url, XDG_DATA_HOME: home, XDG_CACHE_HOME: home }, stdio: ["ignore", "pipe", "inherit"] });
try {
  const clients = clientsOf(await started(), tokens);
  const queries = dashboardQueries(size, { endpoints: await cursors("endpoints"), findings: await cursors("findings") });
  const warm = await clients.load(queries, { seconds: 3, thinkMs: 0 });
  console.log(`warmed up with ${warm.length} queries`);
  const results: Record<string, object> = {};
  for (const thinkMs of values.think.split(",").map(Number)) results[`think ${thinkMs} ms`] = await measure({ seconds: Number(values.seconds), thinkMs });
  clients.close();
  const folder = fileURLToPath(new URL("results/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "service-load.json"), `${JSON.stringify({ ...size, clients: tokens.length, cores: cpus().length, ...results }, undefined, 2)}\n`);

  /** A cursor into a list now and then, as far as a person turns pages. */
  async function cursors(list: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (let after: string | null = null; found.length < 20;) {
      const { data } = (await clients.ask(tokens[0] ?? "", { query: `query ($after: String) { list: ${list}(first: 200, after: $after) { pageInfo { endCursor hasNextPage } } }`, variables: { after } })) as { readonly data: { readonly list: { readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } } } };
      found.push(data.list.pageInfo.endCursor);
      if (!data.list.pageInfo.hasNextPage) break;
      after = data.list.pageInfo.endCursor;
    }
    return found;
  }

  async function measure(load: Load): Promise<object> {
    const backends = processesNamed(`postgres:`, ` ${new URL(url ?? "").pathname.slice(1)} `);
    const before = { service: processSeconds([server.pid ?? 0]), postgres: processSeconds(backends), clients: process.cpuUsage() };
    const begun = performance.now();
    const asked = await clients.load(queries, load);
    const seconds = (performance.now() - begun) / 1000;
    const used = process.cpuUsage(before.clients);
    const cpu = { service: processSeconds([server.pid ?? 0]) - before.service, postgres: processSeconds(backends) - before.postgres, clients: (used.user + used.system) / 1e6 };
    const times = (name?: string): readonly number[] => asked.filter((one) => name === undefined || one.name === name).map(({ ms }) => ms);
    const rows = Object.fromEntries(Object.keys(queries).map((name) => [name, { asked: times(name).length, "p50 ms": Math.round(percentile(times(name), 0.5)), "p95 ms": Math.round(percentile(times(name), 0.95)) }]));
    const perQuery = Object.fromEntries(Object.entries(cpu).map(([who, spent]) => [`${who} ms`, Number(((spent * 1000) / asked.length).toFixed(2))]));
    const whole = { queries: asked.length, "queries a second": Math.round(asked.length / seconds), "p50 ms": Math.round(percentile(times(), 0.5)), "p95 ms": Math.round(percentile(times(), 0.95)), "p99 ms": Math.round(percentile(times(), 0.99)), "processor time of a query": perQuery, "cores in use": Number(((cpu.service + cpu.postgres + cpu.clients) / seconds).toFixed(2)) };
    console.log(`\n${tokens.length} clients, ${load.thinkMs} ms between answer and question, ${cpus().length} cores`);
    console.table(rows);
    console.log(JSON.stringify(whole));
    return { ...whole, rows };
  }
} finally {
  server.kill("SIGTERM");
  rmSync(home, { recursive: true, force: true });
}

async function started(): Promise<string> {
  let said = "";
  for await (const piece of server.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    said += piece;
    const origin = /http:\/\/[0-9.:]+/u.exec(said)?.[0];
    if (origin !== undefined) return origin;
  }
  throw new Error("the service did not start");
}
