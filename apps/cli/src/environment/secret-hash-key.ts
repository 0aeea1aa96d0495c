import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataFolder } from "./user-folders.ts";

/** The key, or why there is none. */
export type HashKey = { readonly status: "known"; readonly key: string } | { readonly status: "missing"; readonly reason: string };

/** The key that `MUSTER_HASH_KEY_FILE` names, so that several machines can share one; else the installation's own. */
export function hashKeyOf(env: NodeJS.ProcessEnv): HashKey {
  const named = env["MUSTER_HASH_KEY_FILE"];
  if (named === undefined || named === "") return secretHashKey(dataFolder(env));
  try {
    return read(named) ?? { status: "missing", reason: `there is no file ${named}, which MUSTER_HASH_KEY_FILE names` };
  } catch (error) {
    return { status: "missing", reason: `${named} cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}

/**
 * The key of this installation that makes hashes of secrets useless to everyone else; hexadecimal, 32 bytes. It is made
 * on first use and only its owner can read it.
 */
export function secretHashKey(folder: string): HashKey {
  const file = path.join(folder, "secret-hash.key");
  try {
    return read(file) ?? create(file);
  } catch (error) {
    return { status: "missing", reason: `${file} can be neither read nor made (${error instanceof Error ? error.message : String(error)})` };
  }
}

function read(file: string): HashKey | undefined {
  try {
    const key = readFileSync(file, "utf8").trim();
    return /^(?:[0-9a-f]{2}){16,64}$/u.test(key) ? { status: "known", key } : { status: "missing", reason: `${file} holds no key; remove it to have a new one made` };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The file appears whole or not at all; of two processes that make it at once, the first wins. */
function create(file: string): HashKey {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file) ?? { status: "missing", reason: `${file} vanished while it was made` };
}
