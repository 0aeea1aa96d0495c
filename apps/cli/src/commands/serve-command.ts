import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { DocumentSettings } from "@muster/server";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import { hashKeyOf } from "../environment/secret-hash-key.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { writeText } from "../output/write-text.ts";
import { ledgerPlace, readCount, sharedSettings } from "../service/service-settings.ts";
import { readVersion } from "../version.ts";
import { refuseMore } from "./operands.ts";

/** `muster serve`: until it is told to end. */
export async function serveCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 0, "serve");
  const settings = await sharedSettings(given, session);
  const { readDocuments, serve } = await import("@muster/server");
  const http = { host: lastValue(given, "host") ?? "127.0.0.1", port: readCount(lastValue(given, "port"), "port", 4747, 65_535), origins: given.values.filter(({ name }) => name === "origin").map(({ value }) => value) };
  const key = hashKeyOf(session.env);
  if (key.status === "missing") throw new CommandError(2, `The secrets of webhooks cannot be made: ${key.reason}.`, "Make the file readable, or name another one with MUSTER_HASH_KEY_FILE.");
  const service = await started(() => serve({ ...settings, documents: documentsOf(given, session, readDocuments), http, hookKey: key.key, ledgers: ledgerPlace(given, session), version: readVersion() }));
  if (service.firstToken !== undefined) await writeText(session.stdout, `Administrator's token, shown this once:\n  ${service.firstToken}\n`);
  if (given.switches.get("quiet") !== true) await writeText(session.stdout, `Serving on ${service.url}/graphql\n`);
  await untilAborted(session.signal);
  await service.stop();
  return 0;
}

/** The documents that a service knows. */
function documentsOf(given: Arguments, session: Session, readDocuments: (manifest: unknown) => DocumentSettings["known"]): DocumentSettings {
  const named = lastValue(given, "documents");
  const only = given.switches.get("only-documents") === true;
  if (named === undefined && only) throw new CommandError(2, "--only-documents needs --documents, or nothing could be asked.", "Name the manifest that the front ends were built with.");
  if (named === undefined) return { known: new Map(), only };
  const file = path.resolve(session.cwd, named);
  try {
    return { known: readDocuments(JSON.parse(readFileSync(file, "utf8"))), only };
  } catch (error) {
    throw new CommandError(2, `The documents of ${file} cannot be used: ${error instanceof Error ? error.message : String(error)}.`, "Give a JSON object of documents by their SHA-256, as code generators write it.", { cause: error });
  }
}

/** `muster worker`: until it is told to end. */
export async function workerCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 0, "worker");
  const settings = await sharedSettings(given, session);
  if (settings.database.kind !== "postgres") throw new CommandError(2, "A worker shares a Postgres database with its service, and none is named.", "Give --database, or set MUSTER_DATABASE_URL. A service without Postgres scans by itself.");
  const { work } = await import("@muster/server");
  const worker = await started(() => work(settings));
  await untilAborted(session.signal);
  await worker.stop();
  return 0;
}

/** Whatever keeps a service from starting is told with what to do: nothing of it is a scan that broke off. */
async function started<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof Error)) throw new CommandError(3, `It could not be started (${String(error)}).`, defect, { cause: error });
    const { code } = error as NodeJS.ErrnoException;
    if (error.name === "StoreError") throw new CommandError("passing" in error && error.passing === true ? 3 : 2, error.message, "", { cause: error });
    if (code === "EADDRINUSE" || code === "EACCES" || code === "EADDRNOTAVAIL") throw new CommandError(2, `The port cannot be used (${code}).`, "Name another one with --port, or another address with --host.", { cause: error });
    throw new CommandError(3, `It could not be started: ${error.message}`, `${defect}\n${error.stack ?? ""}`, { cause: error });
  }
}

const defect = "Where that does not tell what to change, it is a defect of Muster's: please report it with these lines.";

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}
