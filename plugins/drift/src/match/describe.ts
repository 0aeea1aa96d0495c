import type { Endpoint } from "@muster/contract";
import type { ApiDocument, Operation } from "../document/api-document.ts";
import type { NamedDocument } from "../options.ts";
import { mapped, mappingsFor, type Mapping } from "./mapping.ts";
import { isDocumentable, isTelling, type Surface } from "./surface.ts";

/** A document and an application that it describes. */
export interface Description {
  readonly document: ApiDocument;
  readonly surface: Surface;
  readonly mapping: Mapping;
  /** The endpoints that each operation describes; operations that describe none are absent. */
  readonly matches: ReadonlyMap<Operation, readonly Endpoint[]>;
}

/** Folders in which descriptions of other people's interfaces are kept. */
const elsewhere = /(?:^|\/)(?:clients?|sdks?|third[-_]?party|external|upstreams?|partners?|providers?|connectors?|integrations?|fixtures?|mocks?|stubs?|samples?|examples?|cassettes|recordings?)(?:\/|$)/i;

/** The applications that a document describes: one mostly, several where a gateway's document describes services, none where it is somebody else's. */
export function describedBy(document: ApiDocument, surfaces: readonly Surface[], named: NamedDocument | undefined): readonly Description[] {
  const fits = surfaces
    .filter(({ application }) => named?.application === undefined || named.application === application.name)
    .map((surface) => bestFit(document, surface, named?.prefix))
    .filter((fit) => fit.matches.size > 0 || named?.application !== undefined)
    .toSorted((a, b) => telling(b) - telling(a) || compare(a, b));
  const [best] = fits;
  if (best === undefined) return [];
  if (named !== undefined) return fits.filter((fit) => fit === best || isAlike(fit, best) || addsTo(fit, [best]));
  if (!isDescription(best)) return [];
  const out = [best];
  for (const fit of fits.slice(1)) if (isAlike(fit, best) || (addsTo(fit, out) && !elsewhere.test(document.path))) out.push(fit);
  return out;
}

function bestFit(document: ApiDocument, surface: Surface, prefix: string | undefined): Description {
  const mappings = prefix === undefined ? mappingsFor(document, surface.templates) : [{ drop: "", add: prefix }];
  const fits = mappings.map((mapping): Description => ({ document, surface, mapping, matches: matchesOf(document, surface, mapping) }));
  const [first, ...others] = fits;
  if (first === undefined) throw new Error("A document is compared in at least one way.");
  return others.reduce((best, fit) => (fit.matches.size > best.matches.size ? fit : best), first);
}

function matchesOf(document: ApiDocument, surface: Surface, mapping: Mapping): Map<Operation, readonly Endpoint[]> {
  const out = new Map<Operation, readonly Endpoint[]>();
  for (const operation of document.operations) {
    const path = mapped(mapping, operation.path);
    const endpoints = path === undefined ? [] : surface.described(path, operation.method);
    if (endpoints.length > 0) out.set(operation, endpoints);
  }
  return out;
}

/** Operations that say whose interface it is and are served. */
function telling({ matches }: Description): number {
  return [...matches.keys()].filter(isTelling).length;
}

/** Whether so much of the document, or of the application, is in the other that it is no coincidence. */
function isDescription(fit: Description): boolean {
  const { document, surface } = fit;
  const stated = document.operations.filter(isTelling).length;
  const served = surface.endpoints.filter((endpoint) => isDocumentable(endpoint.method) && !endpoint.hidden && isTelling(endpoint)).length;
  const matched = telling(fit);
  const [ofDocument, ofCode] = [matched / Math.max(stated, 1), matched / Math.max(served, 1)];
  const { application } = surface;
  const isSameTitle = document.title !== undefined && document.title === application.title;
  if (elsewhere.test(document.path)) return matched >= 3 && ofDocument >= 0.8 && (isSameTitle || ofCode >= 0.3);
  // Several long paths with words of their own are no coincidence, however much of the document others serve.
  if ([...fit.matches.keys()].filter(({ path }) => words(path) >= 3).length >= 5 && ofDocument >= 0.1) return true;
  const isBeside = application.folder !== "" && document.path.startsWith(`${application.folder}/`);
  if (matched >= 3) return ofDocument >= 0.5 || ofCode >= 0.5 || ((isSameTitle || isBeside) && ofDocument >= 0.25);
  return matched > 0 && matched === stated && (ofCode >= 0.5 || isSameTitle || isBeside);
}

/** Segments that are neither parameters nor found in every interface. */
function words(path: string): number {
  return path.split("/").filter((segment) => isTelling({ path: segment })).length;
}

/** The same application made in another way: it serves nearly all that the best one does. */
function isAlike(fit: Description, best: Description): boolean {
  return fit.matches.size >= 0.9 * best.matches.size && fit.matches.size > 0;
}

/** A service of its own in a gateway's document: most of what it serves is described there, and is not described of others. */
function addsTo(fit: Description, known: readonly Description[]): boolean {
  const fresh = [...fit.matches].filter(([operation]) => isTelling(operation) && !known.some(({ matches }) => matches.has(operation)));
  const served = fit.surface.endpoints.filter((endpoint) => isDocumentable(endpoint.method) && !endpoint.hidden && isTelling(endpoint)).length;
  return fresh.length >= 3 && fresh.length >= served / 2;
}

function compare(a: Description, b: Description): number {
  return a.surface.application.id < b.surface.application.id ? -1 : 1;
}
