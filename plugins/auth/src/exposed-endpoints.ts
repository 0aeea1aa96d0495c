import type { Endpoint, JudgeInput } from "@muster/contract";

/**
 * Endpoints that are proved public and that nobody approved as such. A browser's preflight carries no credential
 * (Fetch §3.3.5), so `OPTIONS` must answer without one and is left out; so is the `HEAD` beside a `GET` of the same
 * handler, which says nothing that the `GET` does not.
 */
export function exposedEndpoints(input: JudgeInput): readonly Endpoint[] {
  const gets = new Set(input.endpoints.filter((endpoint) => endpoint.method === "GET").map(placeOf));
  return input.endpoints.filter(
    (endpoint) =>
      endpoint.posture === "public" &&
      endpoint.method !== "OPTIONS" &&
      !(endpoint.method === "HEAD" && gets.has(placeOf(endpoint))) &&
      !input.isApprovedPublic(endpoint),
  );
}

function placeOf(endpoint: Endpoint): string {
  return `${endpoint.application}\0${endpoint.path}\0${endpoint.handler.symbol}`;
}
