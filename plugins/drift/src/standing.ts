import type { Endpoint, JudgeInput } from "@muster/contract";
import { documentsOf, type Described, type Drift } from "./drift.ts";
import type { Description } from "./match/describe.ts";
import { isWithin } from "./match/scope.ts";
import { isDocumentable } from "./match/surface.ts";

/** How an endpoint stands to the documents of its application. */
export type Standing =
  | { readonly kind: "described"; readonly by: readonly Described[] }
  /** In the code, and in none of these documents. */
  | { readonly kind: "shadow"; readonly documents: readonly Description[] }
  /** Beside what these documents describe: the site around an interface, an administration. */
  | { readonly kind: "beside"; readonly documents: readonly Description[]; readonly prefix: string }
  /** The code leaves it out of the generated document. */
  | { readonly kind: "hidden"; readonly documents: readonly Description[] }
  /** Documents describe no such thing. */
  | { readonly kind: "undocumentable"; readonly reason: string }
  /** A part of a document that could describe it is not there. */
  | { readonly kind: "undecided"; readonly reason: string }
  | { readonly kind: "no-document" };

export function standingOf(drift: Drift, endpoint: Endpoint): Standing {
  const by = drift.described.get(endpoint.id);
  if (by !== undefined) return { kind: "described", by };
  if (endpoint.method === "WEBSOCKET") return { kind: "undocumentable", reason: "OpenAPI has no place for a WebSocket." };
  if (!isDocumentable(endpoint.method)) return { kind: "undocumentable", reason: `${endpoint.method} goes without saying: documents describe the methods that clients ask for.` };
  const documents = documentsOf(drift, endpoint.application);
  if (documents.length === 0) return { kind: "no-document" };
  if (endpoint.hidden) return { kind: "hidden", documents };
  const lacking = documents.find(({ document }) => document.missing.length > 0);
  if (lacking !== undefined) return { kind: "undecided", reason: `${lacking.document.path} refers to ${lacking.document.missing[0] ?? ""}, which is not there.` };
  const scope = drift.scopes.get(endpoint.application);
  return scope === undefined || isWithin(scope.prefix, endpoint.path) ? { kind: "shadow", documents } : { kind: "beside", documents, prefix: scope.prefix };
}

/** `a.yaml`, `a.yaml and b.yaml`, `a.yaml and 2 more`. */
export function documentNames(documents: readonly Description[]): string {
  const paths = [...new Set(documents.map(({ document }) => document.path))].toSorted();
  const [first = "", second] = paths;
  if (second === undefined) return first;
  return paths.length === 2 ? `${first} and ${second}` : `${first} and ${paths.length - 1} more`;
}

/** Standing of every endpoint, in the order of the inventory. */
export function standings(input: JudgeInput, drift: Drift): readonly { readonly endpoint: Endpoint; readonly standing: Standing }[] {
  return input.endpoints.map((endpoint) => ({ endpoint, standing: standingOf(drift, endpoint) }));
}
