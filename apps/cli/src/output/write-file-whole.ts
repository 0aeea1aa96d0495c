import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { CommandError } from "../command-error.ts";

const remedies: Readonly<Record<string, string>> = {
  ENOENT: "Make its folder first.",
  ENOTDIR: "A part of its path is a file.",
  EACCES: "Choose a folder that you may write to.",
  EPERM: "Choose a folder that you may write to.",
  EROFS: "The file system is read-only: choose another folder.",
  ENOSPC: "The disk is full: free some space, or choose another folder. Nothing was changed.",
  EDQUOT: "Your quota is used up: free some space, or choose another folder. Nothing was changed.",
  EISDIR: "It is a folder: name a file in it.",
};

/** Writes a file so that a reader finds the old one or the whole new one. Devices and pipes are written to directly. */
export async function writeFileWhole(file: string, text: string): Promise<void> {
  try {
    const target = await targetOf(file);
    if (target.kind === "stream") await writeFile(file, text);
    else await replace(target.file, text);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new CommandError(3, `${file} cannot be written${code === "" ? "" : ` (${code})`}.`, remedies[code] ?? (error instanceof Error ? error.message : String(error)), { cause: error });
  }
}

/** Says before any work whether a file can be written; throws as `writeFileWhole` would, with status 2. */
export async function checkWritable(file: string): Promise<void> {
  try {
    const target = await targetOf(file);
    if (target.kind === "file") await access(path.dirname(target.file), constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new CommandError(2, `${file} cannot be written${code === "" ? "" : ` (${code})`}.`, remedies[code] ?? (error instanceof Error ? error.message : String(error)), { cause: error });
  }
}

async function targetOf(file: string): Promise<{ readonly kind: "stream" } | { readonly kind: "file"; readonly file: string }> {
  const found = await stat(file).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (found === undefined) return { kind: "file", file };
  if (found.isDirectory()) throw Object.assign(new Error(`${file} is a folder`), { code: "EISDIR" });
  return found.isFile() ? { kind: "file", file: await realpath(file) } : { kind: "stream" };
}

async function replace(file: string, text: string): Promise<void> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString("hex")}`);
  try {
    const handle = await open(draft, "wx");
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
