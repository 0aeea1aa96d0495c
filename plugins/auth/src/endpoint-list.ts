import type { Endpoint } from "@muster/contract";

/** `POST /a`. */
export function endpointName(endpoint: Endpoint): string {
  return `${endpoint.method} ${endpoint.path}`;
}

/** `POST /a, PUT /b, PUT /c and 4 more`: the first three by name, the rest counted; four are all named. */
export function endpointList(endpoints: readonly Endpoint[]): string {
  const named = endpoints.slice(0, endpoints.length === 4 ? 4 : 3).map(endpointName);
  const more = endpoints.length - named.length;
  if (more > 0) return `${named.join(", ")} and ${more} more`;
  const last = named.pop() ?? "";
  return named.length === 0 ? last : `${named.join(", ")} and ${last}`;
}
