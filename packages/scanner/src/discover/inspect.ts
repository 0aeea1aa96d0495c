import { lstatSync, type Stats } from "node:fs";
import type { Outcome } from "@muster/contract";
import { diskPath, type ListedPath } from "./listed-path.ts";

/** A regular file of the tree, as the file system describes it. Times are milliseconds; with size and inode they tell whether a file may have changed. */
export interface Inspected extends ListedPath {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
  /** Content id, where it is known before the file is read. */
  readonly id?: string;
}

export type Inspection =
  | { readonly status: "file"; readonly file: Inspected }
  | { readonly status: "left-out"; readonly outcome: Outcome }
  /** Listed by git and not in the work tree. */
  | { readonly status: "absent" };

/**
 * Looks at listed paths without following a symbolic link, neither in the last place nor on the way: git's index may
 * name files below what is a link on disk. A walk has seen to the folders already (`walked`).
 */
export function inspector(root: string, walked: boolean): (listed: ListedPath) => Inspection {
  const folders = new Map<string, boolean>([["", true]]);
  /** `path` in latin1: one character a byte, whatever the name's encoding. */
  const isRealFolder = (path: string): boolean => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const found = isRealFolder(parentOf(path)) ? look(Buffer.from(`${root}/`), path) : undefined;
    const real = typeof found === "object" && found.isDirectory();
    folders.set(path, real);
    return real;
  };
  return (listed) => {
    const leftOut = (status: "skipped" | "failed", reason: string): Inspection => ({ status: "left-out", outcome: { stage: "discover", path: listed.path.replace(/\/$/, ""), status, reason } });
    if (!walked) {
      if (listed.path.startsWith("/") || listed.path.split("/").includes("..")) return leftOut("skipped", "The path leads out of the tree.");
      const bytes = listed.raw ?? Buffer.from(listed.path);
      const parent = parentOf(bytes.toString("latin1").replace(/\/$/, ""));
      if (!isRealFolder(parent)) return isBehindLink(root, parent) ? leftOut("skipped", "It lies behind a symbolic link. Links are not followed; what is in the tree is scanned at its own place.") : { status: "absent" };
    }
    const found = lookAt(diskPath(root, listed));
    if (found === undefined) return { status: "absent" };
    if (typeof found === "string") return leftOut("failed", `Could not be looked at (${found}). Give the scanning user access, or exclude it.`);
    if (found.isFile()) return { status: "file", file: { ...listed, size: found.size, mtimeMs: found.mtimeMs, ctimeMs: found.ctimeMs, ino: found.ino } };
    if (found.isSymbolicLink()) return leftOut("skipped", "A symbolic link: links are not followed; what is in the tree is scanned at its own place.");
    if (found.isDirectory()) return leftOut("skipped", "A git repository of its own (a submodule, or one that is nested): scan it by itself.");
    return leftOut("skipped", "Neither a file nor a folder (a pipe, a socket or a device).");
  };
}

/** Whether the first thing on the way that is no folder is a link: git keeps listing files of folders that were deleted. */
function isBehindLink(root: string, path: string): boolean {
  const segments = path.split("/");
  for (let depth = 1; depth <= segments.length; depth++) {
    const found = look(Buffer.from(`${root}/`), segments.slice(0, depth).join("/"));
    if (typeof found !== "object" || !found.isDirectory()) return typeof found === "object" && found.isSymbolicLink();
  }
  return false;
}

function parentOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end === -1 ? "" : path.slice(0, end);
}

function look(root: Buffer, latin1: string): Stats | string | undefined {
  return lookAt(Buffer.concat([root, Buffer.from(latin1, "latin1")]));
}

/** What lies there; undefined where nothing does; an error's code where that could not be found out. */
function lookAt(path: string | Buffer): Stats | string | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return code === "ENOTDIR" ? undefined : code;
  }
}
