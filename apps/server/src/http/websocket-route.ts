import type { Server } from "node:http";
import { documentOf, graphqlPath, type DocumentSettings } from "@muster/api";
import type { Bearer } from "@muster/store";
import { GraphQLError } from "graphql";
import { CloseCode } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import type { Authenticator } from "./authenticate.ts";
import type { Api } from "./graphql-route.ts";

/** Bytes of one message. */
const mostBytes = 100_000;

interface Extra extends Record<PropertyKey, unknown> {
  bearer?: Bearer;
}

/** Operations over WebSocket (the graphql-transport-ws protocol): the token comes with the first message. */
export function serveWebsocket(server: Server, api: Api, authenticator: Authenticator, documents: DocumentSettings): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ server, path: graphqlPath, maxPayload: mostBytes });
  const { dispose } = useServer<{ readonly authorization?: string }, Extra>(
    {
      connectionInitWaitTimeout: 10_000,
      onConnect: async ({ connectionParams, extra }) => {
        const authorization = connectionParams?.authorization;
        const caller = await authenticator.authenticate(typeof authorization === "string" ? authorization : undefined, extra.request.socket.remoteAddress ?? "");
        if (caller.status !== "known") return false;
        extra.bearer = caller.bearer;
        return true;
      },
      onSubscribe: async ({ extra }, _, params) => {
        if (extra.bearer === undefined) return [];
        try {
          documentOf(params, documents, extra.bearer);
        } catch (error) {
          if (error instanceof GraphQLError) return [error];
          throw error;
        }
        const { schema, execute, subscribe, contextFactory, parse, validate } = api.getEnveloped({ bearer: extra.bearer, params });
        const document = parse(params.query);
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
