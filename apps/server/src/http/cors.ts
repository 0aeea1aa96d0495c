import type { IncomingMessage } from "node:http";

/**
 * What lets pages of other origins ask: those that the operator names, with a token in a header. There are no cookies, so
 * that a page has nothing to abuse.
 */
export function corsHeaders({ headers }: IncomingMessage, origins: readonly string[]): Readonly<Record<string, string>> {
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) return {};
  return { "access-control-allow-origin": origin, "access-control-allow-methods": "POST", "access-control-allow-headers": "authorization, content-type", "access-control-max-age": "600", vary: "origin", "cross-origin-resource-policy": "cross-origin" };
}
