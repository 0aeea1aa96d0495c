import { execFileSync, type ChildProcess } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { ended, muster, startMuster } from "./muster.ts";
import { open } from "./shop.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

interface Served {
  readonly said: string;
  readonly url: string;
  readonly process: ChildProcess;
}

/** Starts a service, and waits until it says where it answers. */
async function serve(home: string, args: readonly string[]): Promise<Served> {
  const process = startMuster(["serve", "--port", "0", "--threads", "1", "--log", "warn", ...args], home);
  let said = "";
  for await (const piece of process.stdout?.setEncoding("utf8").iterator({ destroyOnReturn: false }) ?? []) {
    said += piece;
    if (said.includes("/graphql")) break;
  }
  return { said, process, url: /http:\/\/[0-9.:]+/u.exec(said)?.[0] ?? "" };
}

function stop({ process }: Served): Promise<{ readonly status: number | null }> {
  process.kill("SIGTERM");
  return ended(process);
}

test("muster serve prints its first token once; muster batch has repositories scanned, and their endpoints are asked for", async () => {
  using home = new TemporaryFolder({ "repositories/shop/main.py": open });
  const shop = home.at("repositories/shop");
  for (const args of [["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--message=one"]]) execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: shop });
  const first = await serve(home.path, ["--root", path.dirname(shop)]);
  const token = /muster_\S+/u.exec(first.said)?.[0] ?? "";
  using list = new TemporaryFolder({ "repos.txt": `# one a line\nshop ${shop}\n` });
  const batch = await muster(["batch", list.at("repos.txt"), "--server", first.url, "--quiet"], home.path, { env: { MUSTER_TOKEN: token } });
  expect(batch).toMatchObject({ status: 0, stdout: "1 of 1 repositories are queued.\n" });
  const ask = async (url: string, query: string): Promise<{ readonly data: { readonly endpoints: { readonly totalCount: number } } }> => (await fetch(`${url}/graphql`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify({ query }) })).json() as never;
  for (let tries = 0; (await ask(first.url, `{ endpoints { totalCount } }`)).data.endpoints.totalCount === 0; tries++) {
    if (tries > 300) throw new Error("it was not scanned");
    await wait(200);
  }
  expect(await stop(first)).toMatchObject({ status: 0 });
  const second = await serve(home.path, []);
  expect(second.said).not.toContain("muster_");
  expect(await ask(second.url, `{ endpoints(path: "/items") { totalCount nodes { method path posture controls { control status } } } }`)).toMatchObject({ data: { endpoints: { totalCount: 1, nodes: [{ method: "DELETE", path: "/items/{item_id}", posture: "PUBLIC" }] } } });
  expect(await stop(second)).toMatchObject({ status: 0 });
}, 240_000);

test("a worker needs a database that it can share, and a service one that it can use", async () => {
  using home = new TemporaryFolder();
  expect(await muster(["worker"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("none is named") });
  expect(await muster(["serve", "--database", "mysql://x"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("postgres://") });
  expect(await muster(["serve", "--database", "postgres://127.0.0.1:1/none"], home.path)).toMatchObject({ status: 3, stderr: expect.stringContaining("ECONNREFUSED") });
  expect(await muster(["serve", "--log", "inof"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("Did you mean info?") });
});
