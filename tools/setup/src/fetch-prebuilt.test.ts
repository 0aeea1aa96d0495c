import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { fetchPrebuilt } from "./fetch-prebuilt.mjs";
import { nativeFolder } from "./native-cache.mjs";

const addon = Buffer.from("the addon's bytes");
const hash = `sha256:${createHash("sha256").update(addon).digest("hex")}`;
const slot = `${process.platform}-${process.arch}-${process.versions.modules}`;
let folder: string;
let packageFolder: string;
let server: Server;
let served: readonly string[];

/** An installed re2 whose engine is a plain one, and its release page on this machine. */
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "muster-prebuilt-"));
  vi.stubEnv("XDG_CACHE_HOME", path.join(folder, "cache"));
  vi.stubEnv("LOCALAPPDATA", path.join(folder, "cache"));
  vi.stubEnv("HOME", folder);
  packageFolder = path.join(folder, "re2");
  mkdirSync(packageFolder);
  for (const name of ["re2.d.ts", "LICENSE"]) writeFileSync(path.join(packageFolder, name), "");
  writeFileSync(path.join(packageFolder, "re2.js"), "module.exports = RegExp;");
  const requests: string[] = [];
  served = requests;
  server = createServer((request, response) => {
    requests.push(request.url ?? "");
    response.end(brotliCompressSync(addon));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function writeManifest(hashes: Readonly<Record<string, string>>): void {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  writeFileSync(path.join(packageFolder, "package.json"), JSON.stringify({ version: "1.2.3", github: `http://127.0.0.1:${port}`, artifactHashes: hashes }));
}

const eachLibc = (value: string): Readonly<Record<string, string>> => ({ [slot]: value, [slot.replace("linux", "linux-musl")]: value });

test("the published addon is kept in the cache with what loads it", async () => {
  writeManifest(eachLibc(hash));
  expect(await fetchPrebuilt(packageFolder)).toEqual({ usable: true });
  const kept = nativeFolder(packageFolder);
  expect(path.basename(kept)).toBe(`re2-1.2.3-node${process.versions.modules}-${process.platform}-${process.arch}`);
  expect(readFileSync(path.join(kept, "build", "Release", "re2.node"))).toEqual(addon);
  expect(readdirSync(path.dirname(kept))).toEqual([path.basename(kept)]);
});

test("bytes with another hash are not kept", async () => {
  writeManifest(eachLibc(hash.replace(/.$/u, (last) => (last === "0" ? "1" : "0"))));
  expect(await fetchPrebuilt(packageFolder)).toMatchObject({ usable: false });
  expect(served).toHaveLength(1);
  expect(existsSync(nativeFolder(packageFolder))).toBe(false);
});

test("nothing is fetched for a platform without a published hash", async () => {
  writeManifest({ "plan9-x64-1": hash });
  expect(await fetchPrebuilt(packageFolder)).toMatchObject({ usable: false });
  expect(served).toEqual([]);
});

test("an addon that does not work is not kept", async () => {
  writeManifest(eachLibc(hash));
  writeFileSync(path.join(packageFolder, "re2.js"), `throw new TypeError("no such symbol")`);
  expect(await fetchPrebuilt(packageFolder)).toEqual({ usable: false, reason: "TypeError: no such symbol" });
  expect(existsSync(nativeFolder(packageFolder))).toBe(false);
});

test("an unreachable release page is no failure", async () => {
  writeManifest(eachLibc(hash));
  await new Promise((resolve) => {
    server.close(resolve);
  });
  expect(await fetchPrebuilt(packageFolder)).toMatchObject({ usable: false });
});
