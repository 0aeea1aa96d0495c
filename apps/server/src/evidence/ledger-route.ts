import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { asTenant, repositoryById, type Database } from "@muster/store";
import { answerJson } from "../http/answer.ts";
import type { Authenticator } from "../http/authenticate.ts";
import type { LedgerBooks } from "./ledger-books.ts";

export const ledgerPrefix = "/ledgers/";

/** What of a ledger is there to be read: its checkpoint, tiles as C2SP tlog-tiles names them, and records. Nothing else of its folder is. */
const readable = /^(?<repository>[0-9]{1,15})\/(?<file>checkpoint|tile\/(?:[0-9]{1,2}|entries)\/(?:x[0-9]{3}\/){0,5}[0-9]{3}(?:\.p\/[0-9]{1,3})?|records\/(?:x[0-9]{3}\/){0,5}[0-9]{3}\.jsonl)$/u;

/** Files of ledgers, as they lie: `/ledgers/<repository>/checkpoint`. Whoever may read a repository's results may read its ledger. */
export async function answerLedger(request: IncomingMessage, response: ServerResponse, { database, books }: { readonly database: Database; readonly books: LedgerBooks | undefined }, authenticator: Authenticator): Promise<void> {
  const caller = await authenticator.authenticate(request.headers.authorization, request.socket.remoteAddress ?? "");
  if (caller.status === "too often") return answerJson(response, 429, { message: "Too many requests." }, { "retry-after": String(caller.seconds) });
  if (caller.status === "stranger" || !caller.bearer.scopes.includes("read")) return answerJson(response, 401, { message: "A token with the scope read is needed." }, { "www-authenticate": "Bearer" });
  if (request.method !== "GET" && request.method !== "HEAD") return answerJson(response, 405, { message: "Ledgers are read." }, { allow: "GET, HEAD" });
  const [url = ""] = (request.url ?? "").split("?");
  const named = readable.exec(url.slice(ledgerPrefix.length))?.groups;
  const repository = Number(named?.["repository"]);
  const none = (): void => answerJson(response, 404, { message: "There is no such file of a ledger." });
  if (named === undefined || books === undefined || (await asTenant(database, caller.bearer, (rows) => repositoryById(rows, repository))) === undefined) return none();
  const place = path.join(books.folderOf(repository), named["file"] ?? "");
  const found = await stat(place).catch(() => undefined);
  if (found?.isFile() !== true) return none();
  response.writeHead(200, { "content-type": named["file"] === "checkpoint" ? "text/plain; charset=utf-8" : "application/octet-stream", "content-length": found.size, "cache-control": "private, no-cache", "x-content-type-options": "nosniff" });
  if (request.method === "HEAD") response.end();
  // A file that grows while it is sent is sent as it was.
  else await pipeline(createReadStream(place, { end: Math.max(0, found.size - 1) }), response);
}
