import path from "node:path";
import { gzipSync } from "node:zlib";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { writeText } from "../output/write-text.ts";
import { parseResultOf, readResultText } from "../scan/read-result.ts";
import { serviceToken } from "../service/ask-service.ts";
import { refuseMore } from "./operands.ts";

/** How long the service may take: it may have to fetch the repository first. */
const patienceMs = 600_000;

/** `muster push`: exits with 3 where the service does not take the result. */
export async function pushCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "push");
  const [operand] = given.positionals;
  const repository = lastValue(given, "repository");
  if (operand === undefined || repository === undefined) throw new CommandError(2, "muster push needs a result and --repository.", "For example: muster push scan.json --repository shop");
  const token = serviceToken(session.env);
  const file = path.resolve(session.cwd, operand);
  const text = readResultText(file);
  const { commit, dirty } = parseResultOf(file, text).target;
  if (commit === undefined || dirty === true) throw new CommandError(2, `${file} is ${commit === undefined ? "of no commit" : "of a checkout with changes"}.`, "Scan a git checkout without changes: a service keeps results of commits.");
  const url = new URL("/push", lastValue(given, "server") ?? "http://127.0.0.1:4747");
  url.search = new URLSearchParams({ repository, commit }).toString();
  let answer: Response;
  try {
    answer = await fetch(url, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "content-encoding": "gzip" }, body: gzipSync(text), signal: AbortSignal.any([session.signal, AbortSignal.timeout(patienceMs)]) });
  } catch (error) {
    throw new CommandError(3, `The service at ${url.origin} does not answer.`, "Check --server, and that it runs.", { cause: error });
  }
  const { message, scan, status } = (await answer.json().catch(() => ({}))) as { readonly message?: string; readonly scan?: string; readonly status?: string };
  if (scan === undefined) throw new CommandError(3, `The service at ${url.origin} does not take the result: ${message ?? `status ${answer.status}`}`, answer.status === 401 ? "Set MUSTER_TOKEN to a token with the scope SCAN." : "");
  if (given.switches.get("quiet") !== true) await writeText(session.stdout, `${status === "known" ? "It was there already" : "It is kept"}: ${repository} ${commit.slice(0, 12)}, scan ${scan}\n`);
  return 0;
}
