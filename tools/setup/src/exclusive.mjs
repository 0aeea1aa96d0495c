import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { say } from "./say.mjs";
import { SetUpError } from "./set-up-error.mjs";

const pollMilliseconds = 200;
/** Far longer than the slowest step, the native build on one slow core. */
const patienceMilliseconds = 20 * 60 * 1000;

/**
 * Does work that only one process may do at a time, across processes. The lock is a folder, since making one either
 * succeeds or fails as a whole on every file system; the owner's name is inside it, so that a dead owner's lock is taken over.
 *
 * @template T
 * @param {string} lock Path of the lock folder; its parent is made.
 * @param {string} what What the owner does, for the one who waits: "installing packages".
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusive(lock, what, work) {
  await mkdir(path.dirname(lock), { recursive: true });
  const owner = JSON.stringify({ host: hostname(), pid: process.pid });
  const deadline = Date.now() + patienceMilliseconds;
  let told = false;
  while (!(await acquire(lock, owner))) {
    const abandoned = await abandonedOwner(lock);
    if (abandoned !== undefined) {
      await discard(lock, abandoned);
      continue;
    }
    if (Date.now() > deadline) throw new SetUpError(`Another process has been ${what} for too long.`, `End it, remove ${lock} and run this again.`);
    if (!told) say(`waiting for another process that is ${what} …`);
    told = true;
    await sleep(pollMilliseconds);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/**
 * @param {string} lock
 * @param {string} owner
 */
async function acquire(lock, owner) {
  try {
    await mkdir(lock);
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
  await writeFile(path.join(lock, "owner"), owner);
  return true;
}

/**
 * The name in a lock whose owner ran on this machine and is gone. A lock without a name is one that is being taken this
 * moment, or whose owner died in that moment: it counts as held, and the deadline ends the wait.
 *
 * @param {string} lock
 */
async function abandonedOwner(lock) {
  const text = await readOwner(lock);
  const owner = text === undefined ? undefined : parseOwner(text);
  return owner !== undefined && owner.host === hostname() && !isAlive(owner.pid) ? text : undefined;
}

/**
 * Moves the lock aside before removing it: of several that find it abandoned one succeeds. One that comes late may have
 * moved a fresh lock, and puts it back.
 *
 * @param {string} lock
 * @param {string} abandoned
 */
async function discard(lock, abandoned) {
  const aside = `${lock}.${process.pid}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) return;
    throw error;
  }
  if ((await readOwner(aside)) === abandoned) await rm(aside, { recursive: true, force: true });
  else await rename(aside, lock);
}

/** @param {string} lock */
async function readOwner(lock) {
  try {
    return await readFile(path.join(lock, "owner"), "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** @param {string} text */
function parseOwner(text) {
  try {
    const { host, pid } = JSON.parse(text);
    return typeof host === "string" && Number.isSafeInteger(pid) ? { host, pid: /** @type {number} */ (pid) } : undefined;
  } catch {
    // Half written: its owner is at it.
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, "ESRCH");
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}
