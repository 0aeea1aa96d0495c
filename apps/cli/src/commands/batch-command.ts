import { readFileSync } from "node:fs";
import path from "node:path";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { writeText } from "../output/write-text.ts";
import { askService, serviceToken } from "../service/ask-service.ts";
import { refuseMore } from "./operands.ts";

const register = `mutation ($name: String!, $location: String!) { registerRepository(name: $name, location: $location) { kind: __typename ... on Failure { message } } }`;
const find = `query ($name: String!) { repository(name: $name) { id location } }`;
const request = `mutation ($repository: ID!, $reference: String!) { requestScan(repository: $repository, reference: $reference, priority: BATCH) { kind: __typename ... on Scan { id } ... on Failure { message } } }`;

interface Answered {
  readonly kind: string;
  readonly message?: string;
}

/** `muster batch`: a repository a line, `[name] location [ref]`. Told as it goes on; exits with 3 where one could not be queued. */
export async function batchCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "batch");
  const [file] = given.positionals;
  if (file === undefined) throw new CommandError(2, "muster batch needs a file.", "One repository a line: a URL or a path, with a name before it and a ref after it where they are wanted.");
  const server = lastValue(given, "server") ?? "http://127.0.0.1:4747";
  const ask = askService(server, serviceToken(session.env));
  const lines = readLines(path.resolve(session.cwd, file));
  let failed = 0;
  for (const [index, { name, location, reference }] of lines.entries()) {
    const made = await ask<{ readonly registerRepository: Answered }>(register, { name, location });
    const known = await ask<{ readonly repository: { readonly id: string } | null }>(find, { name });
    const problem = made.registerRepository.kind === "Repository" || known.repository !== null ? undefined : made.registerRepository.message;
    const asked = known.repository === null ? undefined : (await ask<{ readonly requestScan: Answered }>(request, { repository: known.repository.id, reference })).requestScan;
    const why = problem ?? (asked?.kind === "Scan" ? undefined : (asked?.message ?? "it was not registered"));
    if (why !== undefined) failed += 1;
    if (why !== undefined || given.switches.get("quiet") !== true) await writeText(session.stderr, `${index + 1}/${lines.length} ${name}: ${why ?? "queued"}\n`);
  }
  await writeText(session.stdout, `${lines.length - failed} of ${lines.length} repositories are queued.\n`);
  return failed > 0 ? 3 : 0;
}

interface BatchLine {
  readonly name: string;
  readonly location: string;
  readonly reference: string;
}

function readLines(file: string): readonly BatchLine[] {
  try {
    return readFileSync(file, "utf8").split("\n").map((line) => line.replace(/#.*$/u, "").trim()).filter((line) => line !== "").map(readLine);
  } catch (error) {
    throw new CommandError(2, `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, "Name a file with one repository a line.", { cause: error });
  }
}

function readLine(line: string): BatchLine {
  const words = line.split(/\s+/u);
  const at = words.findIndex((word) => /[:/]/u.test(word) && (path.isAbsolute(word) || word.includes(":")));
  const location = words[at === -1 ? 0 : at] ?? "";
  return { location, name: at > 0 ? (words[0] ?? location) : nameOf(location), reference: words[at + 1] ?? "HEAD" };
}

/** `https://git.example.com/team/shop.git` is `team/shop`. */
function nameOf(location: string): string {
  return location.replace(/\.git\/?$/u, "").split(/[/:]/u).filter((part) => part !== "").slice(-2).join("/");
}
