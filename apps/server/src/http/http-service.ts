import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { graphqlPath, type DocumentSettings } from "@muster/api";
import type { Database } from "@muster/store";
import { answerGraphiql, graphiqlPath } from "../graphiql/graphiql-route.ts";
import { answerHook, hookPrefix, type HookParts } from "../hooks/hook-route.ts";
import { answerLedger, ledgerPrefix } from "../evidence/ledger-route.ts";
import type { LedgerBooks } from "../evidence/ledger-books.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import { pushPath, type PushRoute } from "../push/push-route.ts";
import { answerJson, answerText } from "./answer.ts";
import type { Authenticator } from "./authenticate.ts";
import { answerGraphql, type Api } from "./graphql-route.ts";
import { endUnreadAnswer, usualUnread, type UnreadLimits } from "./unread.ts";
import { serveWebsocket } from "./websocket-route.ts";

export interface HttpSettings {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Of pages that may ask from a browser. */
  readonly origins: readonly string[];
  readonly unread?: UnreadLimits;
}

export interface HttpParts {
  readonly api: Api;
  readonly authenticator: Authenticator;
  readonly documents: DocumentSettings;
  readonly hooks: HookParts;
  readonly push: PushRoute;
  readonly ledgers: { readonly database: Database; readonly books: LedgerBooks | undefined };
  readonly metrics: Metrics;
  readonly log: Log;
  /** Whether requests can be answered now; a sentence where not. */
  ready(): Promise<string | undefined>;
}

export interface HttpService {
  readonly url: string;
  close(): Promise<void>;
}

type Route = "graphql" | "graphiql" | "hook" | "ledger" | "push" | "health" | "ready" | "metrics" | "none";

/** Answers on one port until it is closed. */
export async function openHttp(settings: HttpSettings, parts: HttpParts): Promise<HttpService> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 }, (request, response) => void respond(request, response, settings, parts));
  server.on("connection", (socket) => {
    parts.metrics.connections.inc();
    socket.once("close", () => parts.metrics.connections.dec());
  });
  const sockets = serveWebsocket(server, parts.api, parts.authenticator, parts.documents, settings.unread ?? usualUnread);
  await listen(server, settings);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await sockets.close();
      server.closeIdleConnections();
      // Streams do not end by themselves: their readers come again.
      const force = setTimeout(() => server.closeAllConnections(), 3000);
      await closed;
      clearTimeout(force);
    },
  };
}

function listen(server: Server, { host, port }: HttpSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function respond(request: IncomingMessage, response: ServerResponse, settings: HttpSettings, parts: HttpParts): Promise<void> {
  const route = routeOf(request.url ?? "");
  const begun = process.hrtime.bigint();
  endUnreadAnswer(request, response, settings.unread ?? usualUnread);
  response.once("close", () => {
    parts.metrics.requests.inc({ route, status: response.statusCode });
    parts.metrics.requestSeconds.observe({ route }, Number(process.hrtime.bigint() - begun) / 1e9);
  });
  try {
    await answer(route, request, response, parts, settings.origins);
  } catch (error) {
    // One who left before the end is no error of ours.
    if (request.socket.destroyed) return;
    const id = randomUUID();
    parts.log.error({ err: error, route, id }, "request failed");
    if (response.headersSent) response.destroy();
    else answerJson(response, 500, { errors: [{ message: `Something went wrong. The log of the service has it under ${id}.`, extensions: { code: "INTERNAL", id } }] });
  }
}

function routeOf(url: string): Route {
  const [path = ""] = url.split("?");
  if (path.startsWith(hookPrefix)) return "hook";
  if (path.startsWith(ledgerPrefix)) return "ledger";
  if (path === graphiqlPath || path.startsWith(`${graphiqlPath}/`)) return "graphiql";
  const routes: Readonly<Record<string, Route>> = { [graphqlPath]: "graphql", [pushPath]: "push", "/healthz": "health", "/readyz": "ready", "/metrics": "metrics" };
  return routes[path] ?? "none";
}

async function answer(route: Route, request: IncomingMessage, response: ServerResponse, { api, authenticator, hooks, ledgers, push, metrics, ready }: HttpParts, origins: readonly string[]): Promise<void> {
  switch (route) {
    case "graphql":
      return answerGraphql(request, response, api, authenticator, origins);
    case "graphiql":
      return answerGraphiql(request, response, authenticator);
    case "hook":
      return answerHook(request, response, hooks, authenticator);
    case "ledger":
      return answerLedger(request, response, ledgers, authenticator);
    case "push":
      return push.answer(request, response, authenticator);
    case "health":
      return answerText(response, 200, "ok\n");
    case "ready": {
      const why = await ready();
      return why === undefined ? answerText(response, 200, "ready\n") : answerText(response, 503, `${why}\n`);
    }
    case "metrics": {
      const caller = await authenticator.authenticate(request.headers.authorization, request.socket.remoteAddress ?? "");
      if (caller.status !== "known" || !caller.bearer.scopes.includes("read")) return answerText(response, 401, "A token with the scope read is needed.\n", { "www-authenticate": "Bearer" });
      return answerText(response, 200, await metrics.registry.metrics(), { "content-type": metrics.registry.contentType });
    }
    case "none":
      return answerText(response, 404, "There is nothing here.\n");
    default:
      return route satisfies never;
  }
}
