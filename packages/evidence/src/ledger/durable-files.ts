import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";

/** Writes a file whole: after a crash there is the old one or the new one, and never a part. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const waiting = `${file}.new`;
  const handle = await open(waiting, "w");
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(waiting, file);
  await syncFolder(folder);
}

/** Cuts a file to a length, and writes bytes behind it. What lay there was never acknowledged. */
export async function appendDurably(file: string, length: number, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  // Not "a": that would write behind what is cut.
  const handle = await open(file, "r+").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return open(file, "w+");
  });
  try {
    const { size } = await handle.stat();
    if (size < length) throw new Error(`${file} has ${size} bytes, and had ${length}: it was cut from outside. Restore it from a copy.`);
    if (size > length) await handle.truncate(length);
    await handle.write(bytes, 0, bytes.length, length);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await syncFolder(path.dirname(file));
}

/** The bytes of a file; undefined where there is none. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** So that the name of a file that was just made or renamed is there after a crash. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; its file systems keep names in order by themselves.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
