import { GraphQLError } from "graphql";

/** Rows that one page may have. */
export const largestPage = 200;

/** How deep a query may nest, how many fields it may name, and what it may cost: about the values it can answer. */
export const costLimits: { readonly limit: { readonly depth: number; readonly breadth: number; readonly complexity: number }; readonly defaultComplexity: number; readonly defaultListMultiplier: number; readonly complexityError: (kind: string) => Error } = {
  limit: { depth: 15, breadth: 500, complexity: 50_000 },
  defaultComplexity: 1,
  defaultListMultiplier: 5,
  complexityError: (kind) => new GraphQLError(`The query asks for too much (${kind.toLowerCase()}). Ask for smaller pages, or for less at a time.`, { extensions: { code: "TOO_COSTLY" } }),
};

/** Tokens of one document; a longer one is not parsed to its end. */
export const mostTokens = 2000;
