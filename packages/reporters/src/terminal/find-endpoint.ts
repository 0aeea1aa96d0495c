import { compareText, type Endpoint, type ScanResult } from "@muster/contract";

/** What an endpoint's description in words leads to. */
export type EndpointSearch =
  | { readonly status: "found"; readonly endpoints: readonly Endpoint[] }
  /** `near` are at most five that look alike, the closest first, as `METHOD /path`. */
  | { readonly status: "none"; readonly near: readonly string[] };

/**
 * Finds endpoints by `METHOD /path`, by path alone, or by id. Names of parameters and a trailing slash do not matter;
 * the same method and path in several applications gives several.
 */
export function findEndpoint(result: ScanResult, query: string): EndpointSearch {
  const byId = result.endpoints.filter((endpoint) => endpoint.id === query.trim());
  if (byId.length > 0) return { status: "found", endpoints: byId };
  const words = query.trim().split(/\s+/u);
  const method = words.length > 1 ? words[0]?.toUpperCase() : undefined;
  const path = normalPath(words.length > 1 ? words.slice(1).join(" ") : (words[0] ?? ""));
  const found = result.endpoints.filter((endpoint) => (method === undefined || endpoint.method === method) && normalPath(endpoint.path) === path);
  if (found.length > 0) return { status: "found", endpoints: found };
  const wanted = segments(path);
  const near = result.endpoints
    .map((endpoint) => ({ name: `${endpoint.method} ${endpoint.path}`, likeness: likeness(wanted, segments(normalPath(endpoint.path))) + (endpoint.method === method ? 0.4 : 0) }))
    .filter(({ likeness: score }) => score >= 0.5)
    .toSorted((a, b) => b.likeness - a.likeness || compareText(a.name, b.name));
  return { status: "none", near: [...new Set(near.map(({ name }) => name))].slice(0, 5) };
}

function normalPath(path: string): string {
  const rooted = path.startsWith("/") ? path : `/${path}`;
  return rooted.replaceAll(/\{[^{}]*\}/gu, "{}").replaceAll(/\/{2,}/gu, "/").replace(/(?<=.)\/$/u, "");
}

function segments(path: string): readonly string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/** Share of segments that two paths have in common, counted from the end: a prefix is what people leave out. */
function likeness(wanted: readonly string[], path: readonly string[]): number {
  const names = new Set(wanted.filter((segment) => segment !== "{}"));
  const shared = path.filter((segment) => names.has(segment)).length;
  const alike = [...names].filter((name) => path.some((segment) => segment !== "{}" && (segment.startsWith(name) || name.startsWith(segment)))).length;
  const size = Math.max(names.size, path.filter((segment) => segment !== "{}").length, 1);
  const sameEnd = wanted.at(-1) === path.at(-1) ? 0.2 : 0;
  return Math.max(shared, alike * 0.8) / size + sameEnd;
}
