import type { IncomingMessage, ServerResponse } from "node:http";
import { answerText } from "../http/answer.ts";
import type { Authenticator } from "../http/authenticate.ts";
import { readBody } from "../http/read-body.ts";
import { editorAssets } from "./assets.ts";
import { editorPage, pagePolicy, signInPage } from "./pages.ts";

export const graphiqlPath = "/graphiql";

const html = { "content-type": "text/html; charset=utf-8", "content-security-policy": pagePolicy };

/**
 * GraphiQL for those who have a token: it is posted by a form, and the answer is the page, which alone has it. There is no
 * cookie, so no other page can act in anybody's name.
 */
export async function answerGraphiql(request: IncomingMessage, response: ServerResponse, authenticator: Authenticator): Promise<void> {
  const name = (request.url ?? "").split("?")[0]?.slice(graphiqlPath.length + 1) ?? "";
  if (name !== "") return answerAsset(request, response, name);
  if (request.method === "GET") return answerText(response, 200, signInPage(), html);
  if (request.method !== "POST") return answerText(response, 405, "The page is asked for with GET.\n", { allow: "GET, POST" });
  // Another page's form could sign people in as someone else.
  if (!["same-origin", "none", undefined].includes(request.headers["sec-fetch-site"] as string | undefined)) return answerText(response, 403, "Sign in on the page itself.\n");
  const read = await readBody(request, 4096);
  const token = read.status === "read" ? (new URLSearchParams(read.body.toString("utf8")).get("token") ?? "") : "";
  const caller = await authenticator.authenticate(`Bearer ${token}`, request.socket.remoteAddress ?? "");
  switch (caller.status) {
    case "known":
      return answerText(response, 200, editorPage(graphiqlPath, token), html);
    case "stranger":
      return answerText(response, 401, signInPage("That is no token that is good now."), html);
    case "too often":
      return answerText(response, 429, signInPage("Too many tries. Wait for a minute."), { ...html, "retry-after": String(caller.seconds) });
    default:
      return caller satisfies never;
  }
}

/** The files are public: they are what npm has. */
async function answerAsset(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
  const asset = (await editorAssets(graphiqlPath)).get(name);
  if (asset === undefined || request.method !== "GET") return answerText(response, 404, "There is nothing here.\n");
  // Whatever browser can show the editor can unpack it.
  answerText(response, 200, asset.packed, { "content-type": asset.type, "content-encoding": "gzip", "cache-control": "public, max-age=86400" });
}
