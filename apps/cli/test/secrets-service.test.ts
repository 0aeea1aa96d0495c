import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { openDatabase } from "@muster/store";
import { expect, test } from "vitest";
import { ended, muster } from "./muster.ts";
import { serve } from "./serving.ts";
import { open } from "./shop.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

/** Made up, and put together here so that nobody's scanner takes this file for a leak. */
const token = ["sk", "live", "51Hb3kQ9zRwXy7PtLmVn8Dc2"].join("_");
const password = ["vK7#qLw9", "!tZr2"].join("");
const settings = `DB = "postgresql://app:${encodeURIComponent(password)}@db.internal/app"\npassword = "${password}"\nK = "${token}"\nA = "${token}"  # muster:allow-secret it is ${token}\n`;
const needles = [token.slice("sk_live_".length), password, encodeURIComponent(password)].flatMap((value) => [value, Buffer.from(value).toString("base64").replace(/=+$/u, "").slice(2, -2), Buffer.from(value).toString("hex")]);

/** Which places hold a needle. */
function leaks(places: ReadonlyMap<string, Buffer>): string[] {
  return [...places].flatMap(([name, bytes]) => (needles.some((needle) => bytes.includes(needle) || bytes.includes(Buffer.from(needle, "utf16le"))) ? [name] : []));
}

function commit(shop: string, message: string): void {
  for (const args of [["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--allow-empty", `--message=${message}`]]) execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: shop });
}

/** Every row of every table as JSON, and what a column holds compressed. */
async function rowsOf(folder: string): Promise<Map<string, Buffer>> {
  const database = await openDatabase({ kind: "folder", folder });
  try {
    const ask = async (text: string): Promise<readonly { readonly [column: string]: unknown }[]> => (await database.queue.executeSql(text)).rows;
    const tables = await ask("select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')");
    const rows = new Map<string, Buffer>();
    for (const { name } of tables) {
      for (const [index, { row }] of (await ask(`select to_jsonb(t)::text as row from ${String(name)} t`)).entries()) {
        rows.set(`${String(name)} ${index}`, Buffer.from(String(row)));
        for (const [hex] of String(row).matchAll(/(?<=\\x)1f8b[0-9a-f]+/gu)) rows.set(`${String(name)} ${index}, unpacked`, gunzipSync(Buffer.from(hex, "hex")));
      }
    }
    return rows;
  } finally {
    await database.close();
  }
}

test("nothing that the service answers, logs or keeps holds a secret of what it scanned", async () => {
  using home = new TemporaryFolder({ "repositories/shop/main.py": open, "repositories/shop/settings.py": settings });
  const shop = home.at("repositories/shop");
  commit(shop, "one");
  const served = await serve(home.path, ["--root", path.dirname(shop), "--log", "debug"]);
  const firstToken = /muster_\S+/u.exec(served.said)?.[0] ?? "";
  const headers = { authorization: `Bearer ${firstToken}`, "content-type": "application/json" };
  const answers: string[] = [];
  const ask = async (query: string, variables: object = {}): Promise<{ readonly data: Record<string, { readonly id: string; readonly totalCount: number; readonly nodes: readonly { readonly message: string }[] }> }> => {
    const answer = await (await fetch(`${served.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) })).text();
    answers.push(answer);
    return JSON.parse(answer);
  };
  const made = await ask(`mutation ($location: String!) { registerRepository(name: "shop", location: $location) { ... on Repository { id } } }`, { location: shop });
  await ask(`mutation ($id: ID!) { requestScan(repository: $id) { __typename } }`, { id: made.data["registerRepository"]?.id });
  const findings = `{ findings(rules: ["secrets/provider-token", "secrets/generic-assignment", "secrets/connection-string"]) { totalCount nodes { message } } }`;
  for (let tries = 0; (await ask(findings)).data["findings"]?.totalCount === 0; tries++) {
    if (tries > 300) throw new Error("it was not scanned");
    await wait(200);
  }
  const told = (await ask(findings)).data["findings"]?.nodes.map(({ message }) => message).join("\n") ?? "";
  for (const name of ["Stripe", "ard-coded secret", "redentials in a URL"]) expect(told).toContain(name);
  answers.push(await (await fetch(`${served.url}/metrics`, { headers })).text());
  served.process.kill("SIGTERM");
  const run = await ended(served.process);
  expect(run.status).toBe(0);

  const files = new Map(readdirSync(home.path, { recursive: true, encoding: "utf8" }).filter((name) => !name.startsWith(`repositories${path.sep}`) && statSync(home.at(name)).isFile()).map((name) => [name, readFileSync(home.at(name))]));
  const [database] = [...files.keys()].filter((name) => path.basename(name) === "PG_VERSION").sort((a, b) => a.length - b.length);
  expect(database).toBeDefined();
  const rows = await rowsOf(home.at(path.dirname(path.dirname(database ?? ""))));
  expect([...rows.keys()].some((name) => name.endsWith("unpacked"))).toBe(true);
  expect([...rows.values()].some((row) => row.includes("secrets/provider-token"))).toBe(true);
  expect(leaks(new Map([...rows, ...files, ["answers", Buffer.from(answers.join("\n"))], ["output", Buffer.from(served.said + run.stdout + run.stderr)]]))).toEqual([]);
}, 240_000);

test("no report of a history holds a secret that came and went", async () => {
  using home = new TemporaryFolder({ "shop/main.py": open });
  const shop = home.at("shop");
  commit(shop, "one");
  for (const [index, text] of [settings, "x = 1\n"].entries()) {
    writeFileSync(path.join(shop, "settings.py"), text);
    commit(shop, `then ${index}`);
  }
  const outputs = new Map<string, Buffer>();
  for (const format of ["terminal", "html", "json", "csv"]) {
    const run = await muster(["history", "shop", "--since", "HEAD~2", "--format", format], home.path);
    expect([0, 1], run.stderr).toContain(run.status);
    outputs.set(format, Buffer.from(run.stdout + run.stderr));
  }
  expect(String(outputs.get("json"))).toContain("secrets/");
  for (const name of readdirSync(home.path, { recursive: true, encoding: "utf8" })) if (!name.startsWith(`shop${path.sep}`) && statSync(home.at(name)).isFile()) outputs.set(name, readFileSync(home.at(name)));
  expect(leaks(outputs)).toEqual([]);
}, 120_000);
