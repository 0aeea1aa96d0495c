import type { IncomingMessage, ServerResponse } from "node:http";
import { graphqlPath, type createApi } from "@muster/api";
import type { Bearer } from "@muster/store";
import { answerJson, answerText, passOn } from "./answer.ts";
import type { Authenticator } from "./authenticate.ts";
import { corsHeaders } from "./cors.ts";
import { readBody } from "./read-body.ts";

export type Api = ReturnType<typeof createApi>;

/** Bytes of one request: documents and variables are small. */
const mostBytes = 1_000_000;

/** Queries and mutations, and subscriptions over SSE. */
export async function answerGraphql(request: IncomingMessage, response: ServerResponse, api: Api, authenticator: Authenticator, origins: readonly string[]): Promise<void> {
  const cors = corsHeaders(request, origins);
  if (request.method === "OPTIONS") return answerText(response, 204, "", cors);
  if (request.method !== "POST") return answerJson(response, 405, { errors: [{ message: "Operations are posted." }] }, { allow: "POST" });
  // What a form of another page can send without asking is no operation.
  if (!/^application\/(?:json|graphql\+json)\b/iu.test(request.headers["content-type"] ?? "")) return answerJson(response, 415, { errors: [{ message: "Operations are JSON: content-type application/json." }] }, cors);
  const caller = await authenticator.authenticate(request.headers.authorization, request.socket.remoteAddress ?? "");
  switch (caller.status) {
    case "too often":
      return answerJson(response, 429, { errors: [{ message: "Too many requests." }] }, { ...cors, "retry-after": String(caller.seconds) });
    case "stranger":
      return answerJson(response, 401, { errors: [{ message: "A token is needed: Authorization: Bearer muster_…" }] }, { ...cors, "www-authenticate": "Bearer" });
    case "known":
      return execute(request, response, api, caller.bearer, cors);
    default:
      return caller satisfies never;
  }
}

async function execute(request: IncomingMessage, response: ServerResponse, api: Api, bearer: Bearer, cors: Readonly<Record<string, string>>): Promise<void> {
  const read = await readBody(request, mostBytes);
  if (read.status === "too large") {
    answerJson(response, 413, { errors: [{ message: `A request has at most ${mostBytes} bytes.` }] }, { ...cors, connection: "close" });
    return;
  }
  const left = new AbortController();
  response.once("close", () => left.abort());
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : []));
  const answer = await api.fetch(`http://localhost${graphqlPath}`, { method: "POST", headers, signal: left.signal, body: read.body }, { bearer });
  await passOn(response, answer, cors);
}
