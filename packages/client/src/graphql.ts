import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./introspection.ts";

interface Setup {
  introspection: introspection;
  scalars: { DateTime: string; ID: string };
}

/**
 * A document whose results and variables are typed by the service's schema: a field that there is not, or a variable of
 * another type, does not compile. Moments are text, as RFC 3339 writes them.
 */
export const graphql: ReturnType<typeof initGraphQLTada<Setup>> = initGraphQLTada<Setup>();

export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from "gql.tada";
