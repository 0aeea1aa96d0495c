import { existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * The mark of a finished installation, inside node_modules so that it goes where they go:
 * `node` names the Node (path, then version) and `package-lock.json` is a copy of the lock file. The launcher compares both
 * without starting a Node. `extent` says what was installed, and for which platform.
 *
 * @typedef {import("./installed-tree.mjs").Extent} Extent
 * @typedef {{ node: string, version: string, extent: Extent, platform: string, lockIsCurrent: boolean }} InstallStamp
 */

const platform = `${process.platform}-${process.arch}`;

/** @param {string} root */
const stampFolder = (root) => path.join(root, "node_modules", ".muster");

/**
 * @param {string} root
 * @returns {InstallStamp | undefined}
 */
export function readInstallStamp(root) {
  const folder = stampFolder(root);
  const files = ["node", "extent", "package-lock.json"].map((name) => path.join(folder, name));
  if (!files.every((file) => existsSync(file))) return undefined;
  const [node = "", version = ""] = readFileSync(path.join(folder, "node"), "utf8").split("\n");
  const [extent, installedFor = ""] = readFileSync(path.join(folder, "extent"), "utf8").trim().split(" ");
  if (extent !== "all" && extent !== "production") return undefined;
  const lockIsCurrent = readFileSync(path.join(folder, "package-lock.json")).equals(readFileSync(path.join(root, "package-lock.json")));
  return { node, version, extent, platform: installedFor, lockIsCurrent };
}

/**
 * Whether the packages that are there are enough. Development packages do not hurt a scan.
 *
 * @param {InstallStamp | undefined} stamp
 * @param {Extent} extent
 */
export function stampCovers(stamp, extent) {
  return stamp !== undefined && stamp.lockIsCurrent && stamp.platform === platform && (stamp.extent === "all" || extent === "production");
}

/**
 * Writes the lock file's copy last and by rename: with it the stamp becomes valid.
 *
 * @param {string} root
 * @param {{ node: string, version: string, extent: Extent }} installed
 */
export async function writeInstallStamp(root, { node, version, extent }) {
  const folder = stampFolder(root);
  await rm(path.join(folder, "package-lock.json"), { force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "node"), `${node}\n${version}\n`);
  await writeFile(path.join(folder, "extent"), `${extent} ${platform}\n`);
  const stage = path.join(folder, `package-lock.${process.pid}`);
  await copyFile(path.join(root, "package-lock.json"), stage);
  await rename(stage, path.join(folder, "package-lock.json"));
}
