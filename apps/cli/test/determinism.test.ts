import { cpSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { muster } from "./muster.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

const reports = ["r.txt", "r.html", "r.md", "r.csv", "r.json", "r.sarif", "r.openapi.json"];

test.each(["fastapi-guards", "drf-guards"])("%s gives the same bytes in every format with 1, 2 and 8 threads, and from a warm cache", async (name) => {
  using folder = new TemporaryFolder({});
  cpSync(fileURLToPath(new URL(`../../../test/apps/${name}`, import.meta.url)), folder.at("shop"), { recursive: true });
  const run = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { status, stderr } = await muster(["scan", "shop", "--all", ...reports.flatMap((report) => ["--output", report]), ...args], folder.path);
    expect(status, stderr).toBe(1);
    return reports.map((report) => readFileSync(folder.at(report), "utf8"));
  };
  const one = await run("--no-cache", "--threads", "1");
  for (const text of one) expect(text.length).toBeGreaterThan(1000);
  expect(await run("--no-cache", "--threads", "2")).toEqual(one);
  expect(await run("--no-cache", "--threads", "8")).toEqual(one);
  expect(await run("--threads", "8")).toEqual(one);
  expect(await run("--threads", "2")).toEqual(one);
}, 120_000);
