import { randomUUID } from "node:crypto";
import { CursorError, type Bearer } from "@muster/store";
import { GraphQLError, parse } from "graphql";
import { createYoga, type Plugin, type YogaServerInstance } from "graphql-yoga";
import type { ApiContext, ApiServices } from "./context.ts";
import { documentOf, type DocumentParams, type DocumentSettings } from "./documents/known-documents.ts";
import { mostTokens } from "./limits/cost-limits.ts";
import { requestContext } from "./request-context.ts";
import { buildSchema } from "./schema/build-schema.ts";

/** What a transport knows of a caller. Strangers do not come this far: there is no query, and no introspection, without a token. */
export interface Caller {
  readonly bearer: Bearer;
}

export const graphqlPath = "/graphql";

/** The schema behind one handler: queries and mutations, and subscriptions over SSE. It opens no socket. */
export function createApi(services: ApiServices): YogaServerInstance<Caller, ApiContext> {
  return createYoga<Caller, ApiContext>({
    schema: buildSchema(),
    context: ({ bearer }) => requestContext(services, bearer),
    graphqlEndpoint: graphqlPath,
    graphiql: false,
    landingPage: false,
    multipart: false,
    logging: false,
    cors: false,
    maskedErrors: { maskError: (error) => told(error, services) },
    extraParamNames: ["documentId"],
    plugins: [boundedDocuments, knownDocuments(services.documents)],
  });
}

/** A document is read no further than it may be long. */
const boundedDocuments: Plugin = {
  onParse({ setParseFn }) {
    setParseFn((source: string, options?: object) => parse(source, { ...options, maxTokens: mostTokens }));
  },
};

/** Looks the operation up, where a request names it; see `documentOf`. */
function knownDocuments(settings: DocumentSettings): Plugin<ApiContext, Caller> {
  return {
    onParams({ params, setParams, context }) {
      const { bearer } = context as unknown as Caller;
      const asked: DocumentParams & object = params;
      const query = documentOf(asked, settings, bearer);
      if (typeof query === "string" && query !== asked.query) setParams({ ...params, query });
    },
  };
}

/** Errors that speak to the caller pass; of others only the id under which the log has them. */
function told(error: unknown, services: ApiServices): Error {
  const origin = error instanceof GraphQLError ? error.originalError : error;
  if (error instanceof GraphQLError && (origin === undefined || origin instanceof GraphQLError)) return error;
  if (error instanceof GraphQLError && origin instanceof CursorError) return new GraphQLError(origin.message, { path: error.path, nodes: error.nodes, extensions: { code: "BAD_INPUT" } });
  const id = randomUUID();
  services.logError(id, origin);
  return new GraphQLError(`Something went wrong. The log of the service has it under ${id}.`, { ...(error instanceof GraphQLError && { path: error.path, nodes: error.nodes }), extensions: { code: "INTERNAL", id } });
}
