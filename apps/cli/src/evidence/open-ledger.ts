import { readFileSync } from "node:fs";
import path from "node:path";
import { parseCheckpoint } from "@muster/evidence";
import { CommandError } from "../command-error.ts";

/** The name of a ledger, out of its checkpoint; whether that is signed is for others to say. */
export function nameOfLedger(folder: string): string {
  try {
    const note = readFileSync(path.join(folder, "checkpoint"), "utf8");
    return parseCheckpoint(note.slice(0, note.lastIndexOf("\n\n") + 1)).origin;
  } catch (error) {
    throw new CommandError(2, `There is no ledger in ${folder}: it has no checkpoint that can be read.`, "Check the path, or make one: muster ledger <folder> --name NAME.", { cause: error });
  }
}
