import { existsSync } from "node:fs";
import path from "node:path";
import { restoreBackup, writeBackup } from "@muster/store";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { writeText } from "../output/write-text.ts";
import { databasePlace } from "../service/database-place.ts";
import { refuseMore } from "./operands.ts";

/** `muster backup`: everything that a service keeps, in one file. */
export async function backupCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  const file = operand(given, session, "backup");
  const place = databasePlace(given, session);
  // Opening a folder that is none would make an empty database of it.
  if (place.kind === "folder" && !existsSync(path.join(place.folder, "database"))) throw new CommandError(2, `No service keeps anything in ${place.folder}.`, "Name its folder with --data, or its database with --database.");
  const { rows } = await told(file, () => writeBackup(place, file));
  if (given.switches.get("quiet") !== true) await writeText(session.stdout, `${file}: ${rows} rows. The key for hashes (${session.env["MUSTER_HASH_KEY_FILE"] ?? "secret-hash.key in your data folder"}) is not part of it: keep it apart.\n`);
  return 0;
}

/** `muster restore`: fills an empty database with what a backup holds. */
export async function restoreCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  const file = operand(given, session, "restore");
  const place = databasePlace(given, session);
  const { rows, queued, at } = await told(file, () => restoreBackup(place, file));
  if (given.switches.get("quiet") !== true) await writeText(session.stdout, `${rows} rows of ${at} are restored${queued > 0 ? `, and ${queued} ${queued === 1 ? "scan waits" : "scans wait"} again` : ""}.\n`);
  return 0;
}

function operand(given: Arguments, session: Session, command: "backup" | "restore"): string {
  refuseMore(given, 1, command);
  const [file] = given.positionals;
  if (file === undefined) throw new CommandError(2, `muster ${command} needs a file.`, `For example: muster ${command} muster.backup`);
  return path.resolve(session.cwd, file);
}

/** What is wrong with the database, a disk that is full, and a folder that is not there are no defects of Muster's. */
async function told<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === "StoreError") throw new CommandError("passing" in error && error.passing === true ? 3 : 2, error.message, "", { cause: error });
    const { code = "", path: where } = error as NodeJS.ErrnoException;
    if (!["ENOSPC", "ENOENT", "EACCES", "EROFS", "EDQUOT", "ENOTDIR"].includes(code) || where === undefined || !where.startsWith(file)) throw error;
    throw new CommandError(2, `${file} cannot be written (${code}).`, "Name a file in a folder that is there and has room.", { cause: error });
  }
}
