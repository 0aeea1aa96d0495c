import { hash } from "node:crypto";
import { lstatSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { applyEdits } from "@muster/contract";
import { CommandError } from "../command-error.ts";
import { replaceTogether } from "../output/replace-together.ts";
import type { FilePlan } from "./plan-fixes.ts";

/** A file before and after its edits. */
export interface Change {
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly blob: string;
  readonly before: string;
  readonly after: string;
}

const byteOrderMark = "\ufeff";

/** Makes the edits in memory. Refuses a file that is not the one that was scanned. */
export function changesOf(folder: string, plans: readonly FilePlan[]): readonly Change[] {
  const root = realpathSync(folder);
  return plans.map(({ path: relative, blob, edits }) => {
    const file = path.join(root, relative);
    const text = readScanned(root, file, relative, blob);
    const mark = text.startsWith(byteOrderMark) ? byteOrderMark : "";
    const body = text.slice(mark.length);
    return { path: relative, file, blob, before: body, after: mark + applyEdits(body, edits) };
  });
}

/** Writes all or none. Every file is looked at again right before, so that nobody's work is overwritten. */
export function writeChanges(folder: string, changes: readonly Change[]): void {
  const root = realpathSync(folder);
  replaceTogether(changes.map(({ file, path: relative, blob, after }) => ({ file, text: after, check: () => void readScanned(root, file, relative, blob) })));
}

function readScanned(root: string, file: string, relative: string, blob: string): string {
  const changed = (what: string, cause?: unknown): CommandError => new CommandError(3, `${relative} ${what}: nothing was changed.`, "Run muster fix again.", { cause });
  let bytes: Buffer;
  try {
    if (!lstatSync(file).isFile() || realpathSync(file) !== `${root}${path.sep}${relative.replaceAll("/", path.sep)}`) throw changed("is no longer a plain file of this folder");
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw changed("cannot be read any more", error);
  }
  // Git's id of a blob, which the scan took of the same bytes.
  if (hash("sha1", Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]), "hex") !== blob) throw changed("has changed since it was scanned");
  const text = bytes.toString("utf8");
  // Columns were counted in the text of the coding that the file names (PEP 263).
  const named = /^(?:[^\n]*\n)?[ \t\f]*#.*?coding[:=][ \t]*(?!utf-?8|ascii)/iu.test(text.slice(0, 400)) && /[^\0-\x7f]/u.test(text);
  if (named || !Buffer.from(text).equals(bytes)) throw new CommandError(3, `${relative} is not UTF-8: nothing was changed.`, "Mend it by hand, or leave it out with --only.");
  return text;
}
