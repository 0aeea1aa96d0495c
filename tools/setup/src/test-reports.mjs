import { existsSync } from "node:fs";
import { readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";

import { sumTallies, tallyReport } from "./test-tally.mjs";

/** Where vitest leaves its report in a package; nx restores it with a cached result. */
const reportName = "test-report.json";
const workspaceFolders = ["packages", "plugins", "apps", "tools"];

/**
 * Reports of earlier runs must not be counted for a package whose tests do not run now.
 *
 * @param {string} root
 */
export async function removeReports(root) {
  const folders = await testedPackages(root);
  await Promise.all(folders.map((folder) => rm(path.join(folder, reportName), { force: true })));
}

/**
 * @param {string} root
 * @returns {Promise<import("./test-tally.mjs").Tally>}
 */
export async function tallyReports(root) {
  const folders = await testedPackages(root);
  return sumTallies(await Promise.all(folders.map(async (folder) => tallyReport(await readReport(path.join(folder, reportName))))));
}

/** @param {string} file */
async function readReport(file) {
  if (!existsSync(file)) return undefined;
  try {
    return /** @type {unknown} */ (JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    // Cut short: the run that wrote it did not end well, and counts as one failure.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * The workspaces that have a test script.
 *
 * @param {string} root
 */
async function testedPackages(root) {
  const groups = await Promise.all(
    workspaceFolders.map(async (group) => (await readdir(path.join(root, group), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => path.join(root, group, entry.name))),
  );
  const tested = await Promise.all(
    groups.flat().map(async (folder) => {
      const manifest = path.join(folder, "package.json");
      if (!existsSync(manifest)) return false;
      return JSON.parse(await readFile(manifest, "utf8")).scripts?.test !== undefined;
    }),
  );
  return groups.flat().filter((_folder, index) => tested[index] === true);
}
