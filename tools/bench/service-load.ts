/**
 * What the service answers under load: `node --conditions=@muster/source tools/bench/service-load.ts --database postgres://…
 * [--repositories 500] [--endpoints 200] [--findings 2000] [--clients 50] [--seconds 30] [--think 0]`. The database must be empty, or
 * filled by an earlier run; it is left as it is. Every query of a dashboard is asked over HTTP by so many clients at once.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { asTenant, createToken, ensureTenant, openDatabase } from "@muster/store";
import { dashboardQueries } from "./service/dashboard.ts";
import { fill } from "./service/fill.ts";

const { values } = parseArgs({
  options: { database: { type: "string" }, repositories: { type: "string", default: "500" }, endpoints: { type: "string", default: "200" }, findings: { type: "string", default: "2000" }, clients: { type: "string", default: "50" }, seconds: { type: "string", default: "30" }, think: { type: "string", default: "0" } },
});
const url = values.database;
if (url === undefined) throw new Error("Name an empty Postgres database: --database postgres://…");

const database = await openDatabase({ kind: "postgres", url });
const tenant = await ensureTenant(database.rows, "default");
const known = await database.rows.selectFrom("muster.repository").select((is) => is.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
if (Number(known.count) === 0) {
  const begun = Date.now();
  await fill(database, { repositories: Number(values.repositories), endpoints: Number(values.endpoints), findings: Number(values.findings) }, 4);
  console.log(`filled in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}
const { secret } = await asTenant(database, { tenant }, (rows) => createToken(rows, { name: "bench", scopes: ["read"] }));
await database.close();

const home = mkdtempSync(path.join(tmpdir(), "muster-load-"));
const server = spawn(process.execPath, ["--conditions=@muster/source", path.join(path.dirname(fileURLToPath(import.meta.resolve("@muster/cli"))), "main.ts"), "serve", "--jobs", "0", "--port", "0", "--log", "error"], { env: { ...process.env, MUSTER_DATABASE_URL: url, XDG_DATA_HOME: home, XDG_CACHE_HOME: home }, stdio: ["ignore", "pipe", "inherit"] });
try {
  const origin = await started();
  const times = new Map(Object.keys(dashboardQueries).map((name): [string, number[]] => [name, []]));
  const ask = async (name: string, query: string): Promise<void> => {
    const begun = performance.now();
    const answer = await fetch(`${origin}/graphql`, { method: "POST", headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" }, body: JSON.stringify({ query }) });
    const { errors } = (await answer.json()) as { readonly errors?: readonly { readonly message: string }[] };
    if (errors !== undefined) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    times.get(name)?.push(performance.now() - begun);
  };
  const queries = Object.entries(dashboardQueries);
  for (const [name, query] of queries) await ask(name, query);
  const alone = new Map([...times].map(([name, [first = 0]]) => [name, first]));
  for (const list of times.values()) list.length = 0;
  const cpuBefore = await cpuSeconds(server.pid ?? 0);
  const end = Date.now() + Number(values.seconds) * 1000;
  const client = async (first: number): Promise<void> => {
    for (let at = first; Date.now() < end; at++) {
      const [name, query] = queries[at % queries.length] ?? ["", ""];
      await ask(name, query);
      if (Number(values.think) > 0) await wait(Number(values.think) * 2 * Math.random());
    }
  };
  await Promise.all(Array.from({ length: Number(values.clients) }, (_, index) => client(index * 7)));
  const rows = Object.fromEntries([...times].map(([name, list]) => [name, { asked: list.length, "alone ms": Math.round(alone.get(name) ?? 0), "p50 ms": Math.round(percentile(list, 0.5)), "p95 ms": Math.round(percentile(list, 0.95)) }]));
  console.table(rows);
  const all = [...times.values()].flat();
  console.log(`${all.length} queries in ${values.seconds} s by ${values.clients} clients on ${cpus().length} cores: p50 ${percentile(all, 0.5).toFixed(0)} ms, p95 ${percentile(all, 0.95).toFixed(0)} ms; the service took ${((await cpuSeconds(server.pid ?? 0)) - cpuBefore).toFixed(1)} s of a core`);
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

/** CPU time that a process took so far, as Linux tells it; 0 elsewhere. */
async function cpuSeconds(pid: number): Promise<number> {
  const { readFile } = await import("node:fs/promises");
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

function percentile(list: readonly number[], share: number): number {
  return list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
}
