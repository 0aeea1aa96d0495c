import { statSync } from "node:fs";
import path from "node:path";
import { CommandError } from "../command-error.ts";

/** The folder to scan, absolute; throws `CommandError` where there is none. */
export function scanFolder(operand: string | undefined, command: string, cwd: string): string {
  if (operand === undefined) throw new CommandError(2, `muster ${command} needs a folder.`, `For this one: muster ${command} .`);
  const folder = path.resolve(cwd, operand);
  let found;
  try {
    found = statSync(folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "EACCES" || code === "EPERM") throw new CommandError(2, `${folder} may not be read (${code}).`, "Run Muster as a user who may read it.", { cause: error });
    throw new CommandError(2, `There is no folder ${folder}.`, "Check the path; it is relative to the folder you are in.", { cause: error });
  }
  if (!found.isDirectory()) throw new CommandError(2, `${folder} is a file, not a folder.`, `Scan the folder that holds it: muster ${command} ${JSON.stringify(path.dirname(folder))}`);
  return folder;
}
