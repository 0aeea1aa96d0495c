import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

/**
 * The native regex engine in the user's cache folder, where all checkouts share it:
 * `native/re2-<version>-node<abi>-<platform>-<arch>/` with `re2.js`, `package.json` and `build/Release/re2.node`.
 *
 * @param {string} packageFolder The installed re2 package.
 */
export function nativeFolder(packageFolder) {
  const { version } = readManifest(packageFolder);
  return path.join(cacheFolder(), "native", `re2-${version}-node${process.versions.modules}-${process.platform}-${process.arch}`);
}

/**
 * @param {string} packageFolder
 * @returns {{ version: string, github?: string, artifactHashes?: Record<string, string> }}
 */
export function readManifest(packageFolder) {
  return JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8"));
}

function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === "win32") return path.join(LOCALAPPDATA ?? path.join(homedir(), "AppData", "Local"), "muster", "Cache");
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Caches", "muster");
  return path.join(XDG_CACHE_HOME !== undefined && path.isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : path.join(homedir(), ".cache"), "muster");
}

const trial = `
const RE2 = require(process.argv[1]);
if (!new RE2("^a+b$", "u").test("aab")) throw new Error("it does not match");
`;

/**
 * Whether this Node can load the engine in a folder and match with it; the reason where it cannot. It is tried in a process
 * of its own: a damaged addon may end the process, and a loaded one cannot be moved on Windows.
 *
 * @param {string} folder
 * @returns {{ usable: true } | { usable: false, reason: string }}
 */
export function tryEngine(folder) {
  const engine = path.join(folder, "re2.js");
  if (!existsSync(engine)) return { usable: false, reason: "it is not there" };
  const { status, signal, stderr } = spawnSync(process.execPath, ["--eval", trial, engine], { encoding: "utf8" });
  if (status === 0) return { usable: true };
  return { usable: false, reason: /^\w*Error: .*$/mu.exec(stderr)?.[0] ?? `it ended the process (${signal ?? `status ${status}`})` };
}

/**
 * Keeps an addon in the cache. It appears there whole, and only when it works.
 *
 * @param {string} packageFolder
 * @param {string} addon Path of a `re2.node`.
 * @returns {Promise<{ usable: true } | { usable: false, reason: string }>}
 */
export async function keepEngine(packageFolder, addon) {
  const folder = nativeFolder(packageFolder);
  await mkdir(path.dirname(folder), { recursive: true });
  const stage = await mkdtemp(path.join(path.dirname(folder), "stage-"));
  try {
    await mkdir(path.join(stage, "build", "Release"), { recursive: true });
    await Promise.all(["re2.js", "re2.d.ts", "package.json", "LICENSE"].map((name) => cp(path.join(packageFolder, name), path.join(stage, name))));
    await cp(addon, path.join(stage, "build", "Release", "re2.node"));
    const attempt = tryEngine(stage);
    if (attempt.usable) {
      await rm(folder, { recursive: true, force: true });
      await rename(stage, folder);
    }
    return attempt;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}
