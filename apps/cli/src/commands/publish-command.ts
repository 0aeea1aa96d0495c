import { execFileSync } from "node:child_process";
import { randomBytes, X509Certificate } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { askWitness, openNote, readTimestamp, timestampRequest, type LedgerReader } from "@muster/evidence";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { readLedger } from "../evidence/open-ledger.ts";
import { witnessKeys } from "../evidence/witness-keys.ts";
import { notePublication, publications, type Publication } from "../evidence/published.ts";
import { writeFileWhole } from "../output/write-file-whole.ts";
import { writeText } from "../output/write-text.ts";
import { refuseMore } from "./operands.ts";

const waitMs = 30_000;

/** `muster publish`: sends the checkpoint to others, so that the ledger cannot be made anew unnoticed. */
export async function publishCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "publish");
  const [operand] = given.positionals;
  if (operand === undefined) throw new CommandError(2, "muster publish needs the folder of a ledger.", "For example: muster publish evidence --note shop");
  const { folder, reader } = await readLedger(operand, given, session);
  const ways = given.values.flatMap(({ name, value }) => {
    const way = waysByOption.get(name);
    return way === undefined ? [] : [{ way, value }];
  });
  if (ways.length === 0) throw new CommandError(2, "muster publish does not know where to.", "Give --file, --note, --witness or --tsa; each may be repeated.");
  for (const { way, value } of ways) {
    const { kind, to, unchecked } = await way({ folder, reader, given, session }, value);
    const at = new Date().toISOString();
    notePublication(folder, { at, size: reader.size, kind, to });
    if (given.switches.get("quiet") !== true) await writeText(session.stderr, `muster: the checkpoint of ${reader.size} records is with ${to}${unchecked === undefined ? "" : `; ${unchecked}`}\n`);
  }
  return 0;
}

interface Context {
  readonly folder: string;
  readonly reader: LedgerReader;
  readonly given: Arguments;
  readonly session: Session;
}

type Way = (context: Context, value: string) => Promise<Pick<Publication, "kind" | "to"> & { readonly unchecked?: string }>;

const toFile: Way = async ({ reader, session }, value) => {
  const file = path.resolve(session.cwd, value);
  await writeFileWhole(file, reader.note);
  return { kind: "file", to: file };
};

/** A note of git's on the commit that is checked out: whoever fetches refs/notes/muster has the checkpoint. */
const toNote: Way = async ({ reader, session }, value) => {
  const repository = path.resolve(session.cwd, value);
  try {
    execFileSync("git", ["-c", "core.hooksPath=/dev/null", "-c", "user.name=muster", "-c", "user.email=muster@localhost", "notes", "--ref=muster", "add", "-f", "-F", "-", "HEAD"], { cwd: repository, input: reader.note, stdio: ["pipe", "ignore", "pipe"] });
  } catch (error) {
    throw new CommandError(2, `No note could be written in ${repository}: ${error instanceof Error ? error.message : String(error)}`, "Name a clone with a commit, into which you may write.", { cause: error });
  }
  return { kind: "git-note", to: `refs/notes/muster of ${repository}` };
};

/** With the witness's key its signature is checked before it is kept; the key that bears its signature's name and id is the one. */
const toWitness: Way = async ({ folder, reader, given, session }, value) => {
  const url = urlOf(value);
  const keys = witnessKeys(given, session);
  const seen = publications(folder).findLast(({ kind, to }) => kind === "witness" && to === url.href)?.size ?? 0;
  const answer = await reached(url, () => askWitness(reader, url, seen));
  if (answer.status === "refused") throw new CommandError(3, `The witness ${url.href} signed nothing: ${answer.reason}.`, "Ask whoever runs it. A witness that saw a longer ledger has seen one that was cut.");
  const note = reader.note + answer.lines;
  if (keys.length > 0) {
    try {
      openNote(note, keys);
    } catch (error) {
      throw new CommandError(3, `What ${url.href} signed does not hold: ${error instanceof Error ? error.message : String(error)}`, "Nothing of it was kept. Check --witness-key, and ask whoever runs the witness.", { cause: error });
    }
  }
  keep(folder, "witnesses", `${reader.size}-${url.hostname}.note`, Buffer.from(note));
  return { kind: "witness", to: url.href, ...(keys.length === 0 && { unchecked: "its signature is kept and was not checked, as no --witness-key is given" }) };
};

const toAuthority: Way = async ({ folder, reader, given, session }, value) => {
  const url = urlOf(value);
  const named = lastValue(given, "tsa-certificate");
  if (named === undefined) throw new CommandError(2, "--tsa needs --tsa-certificate: the authority's certificate, by which its answer is checked.", "The authority gives it out.");
  const certificate = certificateIn(path.resolve(session.cwd, named));
  const bytes = Buffer.from(reader.note);
  const response = await reached(url, async () => {
    const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/timestamp-query" }, body: Uint8Array.from(timestampRequest(bytes, randomBytes(8))), redirect: "error", signal: AbortSignal.timeout(waitMs) });
    if (answer.status !== 200) throw new Error(`it answered ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  });
  let time: Date;
  try {
    time = readTimestamp(response, bytes, certificate);
  } catch (error) {
    throw new CommandError(3, error instanceof Error ? error.message : String(error), `Check the authority ${url.href} and its certificate.`, { cause: error });
  }
  keep(folder, "timestamps", `${reader.size}.checkpoint`, bytes);
  keep(folder, "timestamps", `${reader.size}.tsr`, response);
  return { kind: "timestamp", to: `${url.href} (${time.toISOString()})` };
};

const waysByOption: ReadonlyMap<string, Way> = new Map([["file", toFile], ["note", toNote], ["witness", toWitness], ["tsa", toAuthority]]);

function keep(ledger: string, folder: string, name: string, bytes: Uint8Array): void {
  mkdirSync(path.join(ledger, folder), { recursive: true });
  writeFileSync(path.join(ledger, folder, name), bytes);
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) throw new CommandError(2, `${JSON.stringify(text)} is no address.`, "Give it as in https://witness.example/add-checkpoint.");
  return url;
}

function certificateIn(file: string): X509Certificate {
  try {
    return new X509Certificate(readFileSync(file));
  } catch (error) {
    throw new CommandError(2, `${file} is no certificate: ${error instanceof Error ? error.message : String(error)}.`, "Give the authority's certificate, in PEM or DER.", { cause: error });
  }
}

async function reached<T>(url: URL, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new CommandError(3, `${url.href} could not be reached: ${error instanceof Error ? error.message : String(error)}.`, "The checkpoint was not sent there. Try again.", { cause: error });
  }
}
