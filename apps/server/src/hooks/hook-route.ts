import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { asTenant, noteDelivery, noteRefMove, repositoryById, requestScan, tenantOf, type Database, type ScanQueue } from "@muster/store";
import { answerJson } from "../http/answer.ts";
import type { Authenticator } from "../http/authenticate.ts";
import { readBody } from "../http/read-body.ts";
import { gitHosts, type Pushed } from "./git-hosts.ts";
import type { HookSecrets } from "./hook-secrets.ts";

export const hookPrefix = "/hooks/";
const mostBytes = 5_000_000;

export interface HookParts {
  readonly database: Database;
  readonly queue: ScanQueue;
  readonly secrets: HookSecrets;
  /** A name of a person as it is kept: a keyed hash. */
  person(name: string): string;
}

/** A push, told by a git host: `/hooks/<host>/<repository>`. What was pushed is queued, and the answer given at once. */
export async function answerHook(request: IncomingMessage, response: ServerResponse, { database, queue, secrets, person }: HookParts, authenticator: Authenticator): Promise<void> {
  const place = new RegExp(`^${hookPrefix}(?<host>[a-z]+)/(?<repository>[0-9]{1,15})$`, "u").exec(request.url ?? "")?.groups;
  const host = gitHosts[place?.["host"] ?? ""];
  const repository = Number(place?.["repository"]);
  const address = request.socket.remoteAddress ?? "";
  if (request.method !== "POST" || host === undefined) return answerJson(response, 404, { message: "There is no such hook." });
  const wait = await authenticator.strangerWait(address);
  if (wait !== undefined) return answerJson(response, 429, { message: "Too many wrong signatures." }, { "retry-after": String(wait) });
  const read = await readBody(request, mostBytes);
  if (read.status === "too large") return answerJson(response, 413, { message: `A delivery has at most ${mostBytes} bytes.` }, { connection: "close" });
  if (!host.isSigned(request.headers, read.body, secrets.of(repository))) {
    await authenticator.noteStranger(address);
    return answerJson(response, 401, { message: "The signature is not the repository's." });
  }
  if (!host.isPush(request.headers)) return answerJson(response, 200, { message: "Nothing is done on this event." });
  const pushed = pushedIn(read.body, host.pushed);
  if (pushed === undefined) return answerJson(response, 400, { message: "The delivery is not JSON." });
  const tenant = await tenantOf(database, repository);
  if (tenant === undefined) return answerJson(response, 404, { message: "There is no such repository." });
  const at = new Date();
  const digest = createHash("sha256").update(read.body).digest("hex");
  const queued = await asTenant(database, { tenant }, async (rows) => {
    const found = await repositoryById(rows, repository);
    // The bodies of two pushes differ; the same one again is a replay, or a host that was not answered in time.
    if (found === undefined || found.quarantine !== undefined || !(await noteDelivery(rows, repository, digest))) return [];
    for (const { ref, before, after, forced, actor } of pushed.moves) {
      const kind = isZeros(before) ? "create" : isZeros(after) ? "delete" : forced ? "force" : "fast-forward";
      await noteRefMove(rows, repository, { ref, before, after, at, kind, source: "webhook", delivery: digest.slice(0, 32), ...(actor !== undefined && { actor: person(actor) }) });
    }
    const asked = [];
    for (const commit of pushed.commits) {
      const { status, scan } = await requestScan(rows, { repository, reference: commit, priority: "interactive" });
      if (status === "queued") asked.push(scan);
    }
    await queue.addAll(rows, asked);
    return asked;
  });
  return answerJson(response, 202, { queued: queued.length });
}

function isZeros(id: string): boolean {
  return /^0+$/u.test(id);
}

function pushedIn(body: Buffer, pushed: (payload: unknown) => Pushed): Pushed | undefined {
  try {
    return pushed(JSON.parse(body.toString("utf8")));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
