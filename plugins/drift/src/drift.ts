import type { Application, Endpoint, JudgeInput, Unresolved } from "@muster/contract";
import { readDocuments, type ApiDocument, type Operation, type UnreadableDocument } from "./document/api-document.ts";
import { describedBy, type Description } from "./match/describe.ts";
import { scopeOf, type Scope } from "./match/scope.ts";
import { Surface } from "./match/surface.ts";
import { readOptions, type Options } from "./options.ts";

/** An operation of a document that describes an endpoint. */
export interface Described {
  readonly document: ApiDocument;
  readonly operation: Operation;
}

/** Documents held against the applications that they describe. */
export interface Drift {
  readonly surfaces: readonly Surface[];
  readonly descriptions: readonly Description[];
  /** Documents that the configuration names and that say nothing of any application here, with the reason. */
  readonly unusable: readonly UnreadableDocument[];
  /** What describes an endpoint, by its id. */
  readonly described: ReadonlyMap<string, readonly Described[]>;
  /** By application; absent for those that no document describes. */
  readonly scopes: ReadonlyMap<string, Scope>;
}

export function driftOf(input: JudgeInput): Drift {
  const options = readOptions(input.options);
  const { documents, unreadable } = readDocuments(input);
  const surfaces = input.applications.map((application) => new Surface(application, input.endpoints.filter((endpoint) => endpoint.application === application.id)));
  const named = (path: string): Options["documents"][number] | undefined => options.documents.find((one) => one.path === path);
  const descriptions: Description[] = [];
  const idle: UnreadableDocument[] = [];
  const counted = documents.filter(({ path, role }) => named(path) !== undefined || counts(path, role, options)).toSorted((a, b) => Number(named(b.path) !== undefined) - Number(named(a.path) !== undefined));
  for (const document of distinct(counted)) {
    const found = describedBy(document, surfaces, named(document.path));
    descriptions.push(...found);
    if (found.length === 0 && named(document.path) !== undefined) idle.push({ path: document.path, role: document.role, reason: "nothing that it describes is served by an application that was found" });
  }
  const known = new Set([...documents, ...unreadable].map(({ path }) => path));
  const absent = options.documents.filter(({ path }) => !known.has(path)).map(({ path }): UnreadableDocument => ({ path, role: "source", reason: "it is no OpenAPI or Swagger document of this repository" }));
  const broken = unreadable.filter(({ path, role }) => named(path) !== undefined || counts(path, role, options));
  return { surfaces, descriptions, unusable: [...idle, ...absent, ...broken], described: describedEndpoints(descriptions), scopes: scopesOf(surfaces, descriptions) };
}

/** Documents of tests and of other people's code describe no application of this repository, unless the configuration says so. */
function counts(path: string, role: ApiDocument["role"], options: Options): boolean {
  if (role === "test" || role === "vendored" || role === "migration") return false;
  return !options.ignore.some((ignored) => (ignored.endsWith("/") ? path.startsWith(ignored) : path === ignored));
}

/** One of each: the same description is often there as YAML and as JSON. */
function distinct(documents: readonly ApiDocument[]): ApiDocument[] {
  const seen = new Set<string>();
  return documents.filter((document) => {
    const key = JSON.stringify([document.prefixes, document.operations.map(({ method, path, security, deprecated }) => [method, path, security, deprecated]).toSorted()]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function describedEndpoints(descriptions: readonly Description[]): Map<string, Described[]> {
  const out = new Map<string, Described[]>();
  for (const { document, matches } of descriptions) {
    for (const [operation, endpoints] of matches) {
      for (const { id } of endpoints) {
        const known = out.get(id);
        if (known) known.push({ document, operation });
        else out.set(id, [{ document, operation }]);
      }
    }
  }
  return out;
}

function scopesOf(surfaces: readonly Surface[], descriptions: readonly Description[]): Map<string, Scope> {
  return new Map(
    surfaces.flatMap(({ application, endpoints }) => {
      const own = descriptions.filter(({ surface }) => surface.application.id === application.id);
      return own.length === 0 ? [] : [[application.id, scopeOf(endpoints, own)] as const];
    }),
  );
}

/** Documents that describe an application. */
export function documentsOf(drift: Drift, application: string): readonly Description[] {
  return drift.descriptions.filter(({ surface }) => surface.application.id === application);
}

/**
 * Places at which endpoints of an application may have been lost. Which application a mount that could not be resolved belongs to is not
 * known: only what lies in the folder of another service is not this one's.
 */
export function lostNear(input: JudgeInput, application: Application): readonly Unresolved[] {
  const others = input.applications.map(({ folder }) => folder).filter((folder) => folder !== "" && folder !== application.folder && !application.folder.startsWith(`${folder}/`));
  return input.coverage.unresolved.filter(({ what, span }) => what !== "guard" && !others.some((folder) => span.path.startsWith(`${folder}/`)));
}

export function nameOf(endpoint: Pick<Endpoint, "method" | "path">): string {
  return `${endpoint.method} ${endpoint.path}`;
}
