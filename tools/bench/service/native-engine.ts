import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { nativeFolderIn } from "@muster/patterns";

/** Lets a process whose cache folder is its own find the native regex engine of this machine, as one that is installed does. */
export function nativeEngine(): { readonly MUSTER_NATIVE?: string } {
  const folder = process.env["MUSTER_NATIVE"] ?? nativeFolderIn(path.join(process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache"), "muster"));
  return folder === undefined || !existsSync(folder) ? {} : { MUSTER_NATIVE: folder };
}
