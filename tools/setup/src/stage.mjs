import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";

const prefix = "stage-";

/**
 * A new folder for work that must appear whole or not at all: it is filled, then its content is renamed to its place beside it.
 *
 * @param {string} parent Made where it is missing.
 */
export async function stage(parent) {
  await mkdir(parent, { recursive: true });
  return await mkdtemp(path.join(parent, prefix));
}

/**
 * Removes what interrupted work left. Only for who holds the lock on that work: nobody else has a stage there then, save an
 * npm that is still on its way out after Ctrl-C, for which removal is tried again.
 *
 * @param {string} parent
 */
export async function removeStages(parent) {
  if (!existsSync(parent)) return;
  const stages = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  await Promise.all(stages.map((name) => rm(path.join(parent, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })));
}
