import type { Server } from "node:http";
import { documentOf, graphqlPath, type DocumentSettings } from "@muster/api";
import { GraphQLError, type DocumentNode } from "graphql";
import { CloseCode } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import type { Authenticator } from "./authenticate.ts";
import type { Api } from "./graphql-route.ts";
import { endUnreadSocket, type UnreadLimits } from "./unread.ts";

/** Bytes of one message. */
const mostBytes = 100_000;
/** Operations of one connection at the same time. */
const mostOperations = 100;

interface Extra extends Record<PropertyKey, unknown> {
  /** Kept for each operation to be counted, and refused once the token is good no more. */
  authorization?: string;
}

/** Operations over WebSocket (the graphql-transport-ws protocol): the token comes with the first message. */
export function serveWebsocket(server: Server, api: Api, authenticator: Authenticator, documents: DocumentSettings, unread: UnreadLimits): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ server, path: graphqlPath, maxPayload: mostBytes });
  sockets.on("connection", (socket) => endUnreadSocket(socket, unread));
  const { dispose } = useServer<{ readonly authorization?: string }, Extra>(
    {
      // Errors of ours are not told.
      isProd: true,
      connectionInitWaitTimeout: 10_000,
      onConnect: async ({ connectionParams, extra }) => {
        const authorization = connectionParams?.authorization;
        const caller = await authenticator.authenticate(typeof authorization === "string" ? authorization : undefined, extra.request.socket.remoteAddress ?? "");
        if (caller.status !== "known" || typeof authorization !== "string") return false;
        extra.authorization = authorization;
        return true;
      },
      onSubscribe: async ({ extra, subscriptions }, _, params) => {
        if (Object.keys(subscriptions).length > mostOperations) return [new GraphQLError(`A connection has at most ${mostOperations} operations at the same time.`)];
        const caller = await authenticator.authenticate(extra.authorization, extra.request.socket.remoteAddress ?? "");
        if (caller.status !== "known") return [new GraphQLError(caller.status === "stranger" ? "The token is good no more." : "Too many requests.")];
        const { bearer } = caller;
        const { schema, execute, subscribe, contextFactory, parse, validate } = api.getEnveloped({ bearer, params });
        let document: DocumentNode;
        try {
          documentOf(params, documents, bearer);
          document = parse(params.query);
        } catch (error) {
          // What it cannot be run for is told of the operation; the connection has others.
          if (error instanceof GraphQLError) return [error];
          throw error;
        }
        const problems = validate(schema, document);
        if (problems.length > 0) return problems;
        return { schema, document, operationName: params.operationName, variableValues: params.variables, contextValue: await contextFactory(), rootValue: { execute, subscribe } };
      },
      execute: (args) => (args.rootValue as Rooted).execute(args),
      subscribe: (args) => (args.rootValue as Rooted).subscribe(args),
    },
    sockets,
  );
  return {
    close: async () => {
      for (const socket of sockets.clients) socket.close(CloseCode.InternalServerError, "The service ends; connect again.");
      await dispose();
    },
  };
}

/** The executor that a document was prepared for, passed along with it. */
interface Rooted {
  execute: ReturnType<Api["getEnveloped"]>["execute"];
  subscribe: ReturnType<Api["getEnveloped"]>["subscribe"];
}
