import type { Endpoint } from "@muster/contract";
import type { ApprovedPublic } from "../scan-request.ts";

/** Whether an endpoint is on the approved list: `*` stands for one segment of its path, `**` for any number, `{name}` for any parameter. */
export function approvedPublic(list: readonly ApprovedPublic[]): (endpoint: Pick<Endpoint, "method" | "path"> & { readonly handler?: Endpoint["handler"] }) => boolean {
  const approved = list.map(({ method, path, code }) => ({ method: method.toUpperCase(), segments: segmentsOf(path), code }));
  return (endpoint) => approved.some(({ method, segments, code }) => holdsFor(code, endpoint.handler?.code) && (method === "*" || method === endpoint.method.toUpperCase()) && fits(segments, segmentsOf(endpoint.path)));
}

/** Whether an approval that names these contents covers a handler. One whose code is not the repository's has none to change. */
export function holdsFor(approved: ApprovedPublic["code"], code: string | undefined): boolean {
  return approved === undefined || code === undefined || [approved].flat().includes(code);
}

/** A `/` at the end is one more, empty segment: `/items` and `/items/` are two endpoints. */
function segmentsOf(path: string): string[] {
  return path.replace(/^\//, "").split("/");
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
  let at = 0;
  let next = 0;
  let retryAt = -1;
  let retryNext = -1;
  while (next < path.length) {
    const wanted = pattern[at];
    if (wanted === "**") {
      retryAt = ++at;
      retryNext = next;
    } else if (wanted !== undefined && fitsSegment(wanted, path[next] ?? "")) {
      at++;
      next++;
    } else if (retryAt !== -1) {
      at = retryAt;
      next = ++retryNext;
    } else return false;
  }
  return pattern.slice(at).every((wanted) => wanted === "**");
}

function fitsSegment(wanted: string, segment: string): boolean {
  return wanted === "*" || wanted === segment || (isParameter(wanted) && isParameter(segment));
}

function isParameter(segment: string): boolean {
  return segment.startsWith("{") && segment.endsWith("}");
}
