import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

/** Removes packs that a fetch had begun and, killed, never ended: they would count as the mirror's for ever. Younger ones may still be written. */
export async function removeBegunPacks(mirror: string, olderThanMs: number): Promise<void> {
  const folder = path.join(mirror, "objects", "pack");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith("tmp_"));
  for (const name of names) {
    const file = path.join(folder, name);
    const at = (await stat(file).catch(() => undefined))?.mtimeMs;
    if (at !== undefined && Date.now() - at > olderThanMs) await rm(file, { force: true });
  }
}
