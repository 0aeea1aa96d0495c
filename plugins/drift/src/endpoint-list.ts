import type { Endpoint } from "@muster/contract";

/** How many of a group are named. */
export const named = 5;

/** `GET /a, POST /a and 3 more`. */
export function endpointList(endpoints: readonly Pick<Endpoint, "method" | "path">[]): string {
  const shown = endpoints.slice(0, named).map(({ method, path }) => `${method} ${path}`);
  return endpoints.length > named ? `${shown.join(", ")} and ${endpoints.length - named} more` : shown.join(", ");
}
