import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderJson } from "@muster/reporters/json";
import { readShard, scan, type SharedFacts } from "@muster/scanner";
import { expect, test } from "vitest";
import { builtinPlugins } from "../src/builtin-plugins.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

const apps = fileURLToPath(new URL("../../../test/apps", import.meta.url));

/** As the database of workers: what is put is there for all. */
class Facts implements SharedFacts {
  readonly known = new Map<string, Uint8Array>();
  got = 0;

  async get(keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map(keys.flatMap((key): [string, Uint8Array][] => (this.known.has(key) ? [[key, this.known.get(key) ?? new Uint8Array(0)]] : [])));
    this.got += found.size;
    return found;
  }

  async put(entries: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const [key, entry] of entries) this.known.set(key, Uint8Array.from(entry));
  }
}

test("a commit that was read in parts gives what it gives alone, byte for byte, and little is read again", async () => {
  using home = new TemporaryFolder();
  const root = home.at("repository");
  cpSync(apps, root, { recursive: true });
  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "core.autocrlf=false", ...args], { cwd: root, encoding: "utf8" }).trim();
  git("init", "--quiet");
  git("add", "--all", "--force");
  git("commit", "--quiet", "--message=all");
  const commit = git("rev-parse", "HEAD");
  const plugins = builtinPlugins.map((plugin) => ({ specifier: plugin.url(), options: plugin.name === "secrets" ? { hashKey: "0f".repeat(32) } : {} }));
  const request = { root, commit, plugins, threads: 1 };

  const alone = renderJson(await scan(request).result);
  const facts = new Facts();
  // Each part on a machine of its own, in any order.
  for (const index of [2, 0, 1]) await readShard({ ...request, sharedFacts: facts, cacheFolder: home.at(`cache-${index}`) }, { index, of: 3 });
  const read = facts.known.size;
  const together = renderJson(await scan({ ...request, sharedFacts: facts, cacheFolder: home.at("cache-last") }).result);
  expect(together).toBe(alone);
  expect(facts.got).toBeGreaterThan(read * 0.9);
  expect(facts.known.size - read).toBeLessThan(read * 0.1);
  expect(read).toBeGreaterThan(500);
}, 240_000);
