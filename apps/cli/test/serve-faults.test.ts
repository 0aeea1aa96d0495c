import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ended, muster, startMuster } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

const quiet = ["serve", "--port", "0", "--threads", "1", "--log", "error"];

test("a second service on one data folder says that there is a first, and what to do", async () => {
  using home = new TemporaryFolder();
  const first = startMuster(quiet, home.path);
  for await (const piece of first.stdout?.setEncoding("utf8").iterator({ destroyOnReturn: false }) ?? []) if (String(piece).includes("/graphql")) break;
  const second = await muster(quiet, home.path);
  expect(second).toMatchObject({ status: 2, stderr: expect.stringMatching(/Another process uses the data folder \S+\. End it, name another folder, or share a Postgres database\./u) });
  expect(second.stderr).not.toContain("defect");
  first.kill("SIGTERM");
  expect(await ended(first)).toMatchObject({ status: 0 });
}, 120_000);

test("a data folder that cannot be used is told as such, and what a start that failed left is not in the way of the next", async () => {
  using home = new TemporaryFolder({ file: "" });
  expect(await muster([...quiet, "--data", home.at("file/data")], home.path)).toMatchObject({ status: 2, stderr: expect.stringMatching(/The data folder \S+ cannot be used .+ Name one that this user may write to\./u) });
  // No file may grow beyond a megabyte, as where a quota ends.
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  const limited = await ended(spawn("sh", ["-c", 'ulimit -f 2000; exec "$@"', "sh", process.execPath, "--conditions=@muster/source", main, ...quiet, "--data", home.at("data")], { env: { ...process.env, HOME: home.path, XDG_CACHE_HOME: `${home.path}/cache`, XDG_DATA_HOME: `${home.path}/data` }, stdio: ["ignore", "pipe", "pipe"] }));
  expect(limited).toMatchObject({ status: 2, stderr: expect.stringMatching(/cannot be opened .+ Check that files of any size may be written there\./u) });
  const next = startMuster([...quiet, "--data", home.at("data")], home.path);
  let said = "";
  for await (const piece of next.stdout?.setEncoding("utf8").iterator({ destroyOnReturn: false }) ?? []) if ((said += String(piece)).includes("/graphql")) break;
  expect(said).toContain("Administrator's token");
  next.kill("SIGTERM");
  expect(await ended(next)).toMatchObject({ status: 0 });
}, 180_000);

test("a port that is taken, and a database that hangs up, are told with what to do", async () => {
  using home = new TemporaryFolder();
  const taken = createServer((socket) => void socket.destroy()).listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  try {
    expect(await muster(["serve", "--port", String(port), "--log", "error"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("Name another one with --port") });
    expect(await muster([...quiet, "--database", `postgres://127.0.0.1:${port}/muster`], home.path)).toMatchObject({ status: 3, stderr: expect.stringMatching(/The database cannot be reached .+ Check the address, and that the server runs\./u) });
  } finally {
    taken.close();
  }
}, 120_000);
