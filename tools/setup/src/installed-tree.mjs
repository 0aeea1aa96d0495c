import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * What a checkout has installed: `all`, or without development packages.
 *
 * @typedef {"production" | "all"} Extent
 * @typedef {{ version?: string, integrity?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, link?: boolean }} LockEntry
 */

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it installed. True after a
 * developer's own `npm install`, which then needs no second one.
 *
 * @param {string} root
 * @param {Extent} extent
 */
export function treeMatchesLock(root, extent) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const installed = readPackages(path.join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes("node_modules/") || (extent === "production" && (entry.dev === true || entry.devOptional === true))) return true;
    const found = installed[place];
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return entry.link === found.link && entry.version === found.version && entry.integrity === found.integrity && existsSync(path.join(root, place, "package.json"));
  });
}

/**
 * @param {string} file
 * @returns {Record<string, LockEntry> | undefined} Undefined where there is none or it is damaged, which leads to an install.
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error && error.code === "ENOENT")) return undefined;
    throw error;
  }
}
