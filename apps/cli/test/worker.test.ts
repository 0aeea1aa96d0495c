import { execFileSync } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { emptyDatabase, onEachEngine } from "@muster/store/test-support";
import { expect, test } from "vitest";
import { ended, muster, startMuster } from "./muster.ts";
import { serve, stop } from "./serving.ts";
import { open } from "./shop.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

onEachEngine((engine) => {
  test.skipIf(engine === "pglite")("a service on Postgres leaves scans to a worker, which ends when it is told to", async () => {
    const database = await emptyDatabase("postgres");
    if (database.place.kind !== "postgres") throw new Error("it is on a server");
    using home = new TemporaryFolder({ "repositories/shop/main.py": open });
    const shop = home.at("repositories/shop");
    for (const args of [["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--message=one"]]) execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: shop });
    const roots = ["--root", path.dirname(shop)];
    const served = await serve(home.path, ["--database", database.place.url, "--jobs", "0", ...roots]);
    const worker = startMuster(["worker", "--threads", "1", "--log", "error", "--quiet", ...roots], home.path, { env: { MUSTER_DATABASE_URL: database.place.url } });
    try {
      const token = /muster_\S+/u.exec(served.said)?.[0] ?? "";
      using list = new TemporaryFolder({ "repos.txt": `shop ${shop}\n` });
      expect(await muster(["batch", list.at("repos.txt"), "--server", served.url, "--quiet"], home.path, { env: { MUSTER_TOKEN: token } })).toMatchObject({ status: 0 });
      const ask = async (query: string): Promise<unknown> => (await fetch(`${served.url}/graphql`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify({ query }) })).json();
      for (let tries = 0; !JSON.stringify(await ask("{ scans { nodes { state } } }")).includes("COMPLETE"); tries++) {
        if (tries > 600) throw new Error("it was not scanned");
        await wait(200);
      }
      expect(await ask(`{ endpoints(path: "/items") { nodes { method posture } } }`)).toMatchObject({ data: { endpoints: { nodes: [{ method: "DELETE", posture: "PUBLIC" }] } } });
    } finally {
      worker.kill("SIGTERM");
      expect(await ended(worker)).toMatchObject({ status: 0 });
      expect(await stop(served)).toMatchObject({ status: 0 });
      await database.remove();
    }
  }, 240_000);
});
