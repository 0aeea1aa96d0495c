import { randomBytes } from "node:crypto";
import { closeSync, fchmodSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandError } from "../command-error.ts";

export interface Replacement {
  /** Absolute; the file is there. */
  readonly file: string;
  readonly text: string;
  /** Throws where the file must not be replaced after all. Called right before it would be. */
  readonly check: () => void;
}

/**
 * Replaces files, all or none: the new ones are written beside the old ones first, so that a full disk changes nothing;
 * then each is put in its place, and taken back should a later one fail. Modes stay as they are.
 */
export function replaceTogether(replacements: readonly Replacement[]): void {
  const drafts: { readonly replacement: Replacement; readonly draft: string }[] = [];
  const replaced: { readonly file: string; readonly before: Buffer }[] = [];
  try {
    for (const replacement of replacements) drafts.push({ replacement, draft: writeDraft(replacement) });
    for (const { replacement } of drafts) replacement.check();
    for (const { replacement: { file }, draft } of drafts) {
      const before = readFileSync(file);
      renameSync(draft, file);
      replaced.push({ file, before });
    }
  } catch (error) {
    for (const { file, before } of replaced.toReversed()) writeFileSync(file, before);
    if (error instanceof CommandError) throw error;
    throw new CommandError(3, `The files could not be written: ${error instanceof Error ? error.message : String(error)}.`, "Nothing was changed. Check the rights and the space on the disk.", { cause: error });
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}

function writeDraft({ file, text }: Replacement): string {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString("hex")}`);
  const handle = openSync(draft, "wx");
  try {
    fchmodSync(handle, statSync(file).mode & 0o7777);
    writeFileSync(handle, text);
    fsyncSync(handle);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return draft;
}
