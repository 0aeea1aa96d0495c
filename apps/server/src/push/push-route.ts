import type { IncomingMessage, ServerResponse } from "node:http";
import type { ScanResult } from "@muster/contract";
import { parseResult } from "@muster/reporters/parse-result";
import { asTenant, audit, isCommitId, keepPushed, keepRefs, repositoryByName, type Bearer, type Database, type PushedResult, type Repository } from "@muster/store";
import { fetchCommit, type Fetched, type MirrorSettings } from "@muster/worker";
import { answerJson } from "../http/answer.ts";
import type { Authenticator } from "../http/authenticate.ts";
import { mostResultBytes, readPushed } from "./read-pushed.ts";

export const pushPath = "/push";

/** Results that are read and checked at once: each may be large. */
const mostAtOnce = 2;

export interface PushParts {
  readonly database: Database;
  /** Where the service looks a commit up. */
  readonly mirrors: MirrorSettings;
}

interface Answer {
  readonly status: number;
  readonly body: { readonly message: string } | { readonly scan: string; readonly status: PushedResult["status"]; readonly state: string; readonly resultSha256: string | undefined };
}

/**
 * Results that were made elsewhere, in a CI job say: `POST /push?repository=<name>&commit=<id>` with what `muster scan
 * --format json` wrote. Kept where the token may scan the repository, the commit is the repository's, and the result is one of that commit.
 */
export class PushRoute {
  readonly #parts: PushParts;
  #busy = 0;

  constructor(parts: PushParts) {
    this.#parts = parts;
  }

  async answer(request: IncomingMessage, response: ServerResponse, authenticator: Authenticator): Promise<void> {
    if (request.method !== "POST") return answerJson(response, 405, { message: "Results are posted." }, { allow: "POST" });
    const caller = await authenticator.authenticate(request.headers.authorization, request.socket.remoteAddress ?? "");
    if (caller.status === "too often") return answerJson(response, 429, { message: "Too many requests." }, { "retry-after": String(caller.seconds) });
    if (caller.status === "stranger") return answerJson(response, 401, { message: "A token is needed: Authorization: Bearer muster_…" }, { "www-authenticate": "Bearer", connection: "close" });
    if (!caller.bearer.scopes.includes("scan")) return answerJson(response, 403, { message: "The token's scopes do not allow this: SCAN is needed." }, { connection: "close" });
    if (this.#busy >= mostAtOnce) return answerJson(response, 503, { message: "Other results are being taken in. Try again soon." }, { "retry-after": "5", connection: "close" });
    this.#busy += 1;
    try {
      const { status, body } = await this.#take(request, response, caller.bearer);
      answerJson(response, status, body, status < 300 ? {} : { connection: "close" });
    } finally {
      this.#busy -= 1;
    }
  }

  async #take(request: IncomingMessage, response: ServerResponse, bearer: Bearer): Promise<Answer> {
    const asked = new URL(request.url ?? "", "http://localhost").searchParams;
    const name = asked.get("repository") ?? "";
    const commit = asked.get("commit") ?? "";
    if (!isCommitId(commit)) return refuse(400, "The commit is named by its whole id: ?repository=…&commit=….");
    const repository = await asTenant(this.#parts.database, bearer, (rows) => repositoryByName(rows, name));
    if (repository === undefined) return refuse(404, `There is no repository ${JSON.stringify(name.slice(0, 200))} that the token may see. Register it first.`);
    const read = await readPushed(request);
    if (read.status === "too large") return refuse(413, `A result has at most ${mostResultBytes} bytes.`);
    if (read.status === "unreadable") return refuse(400, `The result cannot be read: ${read.reason}.`);
    const parsed = parseResult(read.text);
    if (parsed.status === "invalid") return refuse(422, `That is no result of this version of Muster: ${parsed.reason}. Push with the version that the service has.`);
    const mismatch = otherThan(parsed.result, commit);
    if (mismatch !== undefined) return refuse(422, mismatch);
    const left = new AbortController();
    response.once("close", () => left.abort());
    const found = await fetchCommit(repository, commit, this.#parts.mirrors, left.signal, "commit");
    if (found.status === "failed") return refuse(503, `The commit could not be looked up: ${found.reason} Try again later.`);
    if (found.status === "refused") return refuse(422, `The commit is not known to be the repository's: ${found.reason}`);
    const kept = await this.#keep(bearer, repository, found, { result: parsed.result, json: read.text });
    if (kept.status === "taken") return refuse(409, kept.scan.state === "running" ? "The commit is being scanned." : `The commit has another result, of ${kept.scan.origin === "pushed" ? "an earlier push" : "the service's own scan"}.`);
    return { status: kept.status === "kept" ? 201 : 200, body: { scan: Buffer.from(`Scan:${kept.scan.id}`).toString("base64"), status: kept.status, state: kept.scan.state.toUpperCase(), resultSha256: kept.scan.resultSha256 } };
  }

  #keep(bearer: Bearer, repository: Repository, { commit, committedAt, onMain, seen }: Extract<Fetched, { readonly status: "ready" }>, pushed: { readonly result: ScanResult; readonly json: string }): Promise<PushedResult> {
    return asTenant(this.#parts.database, bearer, async (rows) => {
      await keepRefs(rows, repository.id, { ...seen, commits: [...(seen?.commits ?? []), { sha: commit, committedAt, onMain }] });
      const kept = await keepPushed(rows, repository.id, commit, pushed);
      if (kept.status === "kept") await audit(rows, bearer.token, "push", repository.name, { commit, resultSha256: kept.scan.resultSha256 });
      return kept;
    });
  }
}

/** Why a result is not of a commit; undefined where it is. */
function otherThan({ target }: ScanResult, commit: string): string | undefined {
  if (target.commit === undefined) return "The result names no commit: scan a git checkout.";
  if (target.dirty === true) return "The result is of a checkout with changes: scan the commit as it is.";
  return target.commit === commit ? undefined : `The result is of ${target.commit.slice(0, 64)}, not of ${commit}.`;
}

function refuse(status: number, message: string): Answer {
  return { status, body: { message } };
}
