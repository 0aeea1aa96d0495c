import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import path from "node:path";
import { emptyDatabase, onEachEngine } from "@muster/store/test-support";
import { describe, expect, test } from "vitest";
import { startTestService } from "./test-support/test-service.ts";

/** Stands between a service and its database, and can be cut. */
class Line implements AsyncDisposable {
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => this.#pass(socket));
  readonly #to: URL;
  #cut = false;

  constructor(to: URL) {
    this.#to = to;
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const { port } = this.#server.address() as AddressInfo;
    return Object.assign(new URL(this.#to), { host: `127.0.0.1:${port}` }).href;
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(near: Socket): void {
    if (this.#cut) return void near.destroy();
    const far = connect(Number(this.#to.port === "" ? 5432 : this.#to.port), this.#to.hostname);
    for (const [one, other] of [[near, far], [far, near]] as const) {
      this.#sockets.add(one);
      one.on("error", () => other.destroy()).on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }
}

onEachEngine((engine) => {
  describe.skipIf(engine === "pglite")("a database that goes away", () => {
    test("is told by the probe and by answers, and when it is back everything goes on, a scan that was asked for too", async () => {
      const database = await emptyDatabase("postgres");
      if (database.place.kind !== "postgres") throw new Error("it is on a server");
      try {
        await using line = new Line(new URL(database.place.url));
        await using held = await startTestService({ kind: "postgres", url: await line.open() });
        const folder = path.join(held.root, "shop");
        mkdirSync(folder);
        writeFileSync(path.join(folder, "main.py"), "x = 1\n");
        for (const args of [["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--message=one"]]) execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: folder });
        const made = await held.ask(`mutation ($location: String!) { registerRepository(name: "shop", location: $location) { ... on Repository { id } } }`, { location: folder });
        const { id } = (made.data as { registerRepository: { id: string } }).registerRepository;
        const ready = async (): Promise<number> => (await fetch(`${held.service.url}/readyz`)).status;
        expect(await ready()).toBe(200);

        line.cut();
        expect(await ready()).toBe(503);
        expect((await fetch(`${held.service.url}/healthz`)).status).toBe(200);
        const away = await held.post(`{"query":"{ version }"}`);
        expect(away.status).toBe(500);
        expect(await away.json()).toMatchObject({ errors: [{ message: expect.stringMatching(/under [0-9a-f-]{36}\.$/u), extensions: { code: "INTERNAL" } }] });

        line.mend();
        await expect.poll(ready, { timeout: 10_000 }).toBe(200);
        await held.ask(`mutation ($id: ID!) { requestScan(repository: $id) { ... on Scan { id } } }`, { id });
        const state = async (): Promise<unknown> => ((await held.ask(`{ repository(name: "shop") { current { state } } }`)).data as { repository: { current: { state: string } | null } }).repository.current?.state;
        await expect.poll(state, { timeout: 60_000 }).toBe("COMPLETE");
      } finally {
        await database.remove();
      }
    }, 120_000);
  });
});
