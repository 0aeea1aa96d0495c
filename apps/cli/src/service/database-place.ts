import { readFileSync } from "node:fs";
import path from "node:path";
import type { DatabasePlace } from "@muster/store";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { Session } from "../environment/session.ts";
import { dataFolder } from "../environment/user-folders.ts";

/** Where the service keeps what is in files. */
export function serviceFolder(given: Arguments, session: Session): string {
  return path.resolve(session.cwd, lastValue(given, "data") ?? path.join(dataFolder(session.env), "service"));
}

/** The database of a service: by option, by `MUSTER_DATABASE_URL`, by the file that `MUSTER_DATABASE_URL_FILE` names, or the one in its folder. */
export function databasePlace(given: Arguments, session: Session): Extract<DatabasePlace, { readonly kind: "folder" | "postgres" }> {
  const url = lastValue(given, "database") ?? session.env["MUSTER_DATABASE_URL"] ?? fromFile(session.env["MUSTER_DATABASE_URL_FILE"]);
  if (url === undefined) return { kind: "folder", folder: serviceFolder(given, session) };
  if (!/^postgres(?:ql)?:\/\//u.test(url)) throw new CommandError(2, "The database is no URL that starts with postgres://.", "Leave it out to keep everything in a folder.");
  return { kind: "postgres", url };
}

function fromFile(file: string | undefined): string | undefined {
  if (file === undefined || file === "") return undefined;
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new CommandError(2, `The file ${file}, which MUSTER_DATABASE_URL_FILE names, cannot be read.`, "Name a file that holds the URL of the database.", { cause: error });
  }
}
