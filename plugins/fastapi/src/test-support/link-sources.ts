import type { DemandedFact, Endpoint, HandlerTrace, Json, LinkedModel, Linker, Extractor, SourceFile, Span } from "@muster/contract";
import python from "@muster/python/plugin";
import { fastapi } from "../framework.ts";

/** Texts by path. The order of the paths is the order in which files are listed. */
export type Sources = Readonly<Record<string, string>>;

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The Python plugin has no ${what}; these tests need it.`);
  return value;
}

const extractor: Extractor = required(python.extractors?.[0], "extractor");
const linker: Linker = required(python.linkers?.[0], "linker");

/** Links Python sources as the host does: the real extractor, the real linker, and this framework. */
export async function linkSources(sources: Sources): Promise<LinkedModel> {
  await extractor.prepare?.(null);
  const files = Object.entries(sources).map(([path, text]): SourceFile => ({ path, size: Buffer.byteLength(text), role: "source" }));
  const hints = new Map<string, readonly string[]>();
  for (const [path, text] of Object.entries(sources)) {
    const found = fastapi.hints.filter((hint) => text.includes(hint));
    if (found.length > 0) hints.set(path, found);
  }
  return linker.link({
    files,
    hints,
    frameworks: [fastapi],
    demand: async (paths) => new Map(paths.flatMap((path) => facts(sources, path))),
    progress: () => undefined,
    signal: new AbortController().signal,
    options: null,
  });
}

function facts(sources: Sources, path: string): [string, DemandedFact][] {
  const text = sources[path];
  if (text === undefined) return [];
  const bytes = Buffer.from(text);
  const fact: Json = extractor.extract({ file: { path, size: bytes.length, role: "source" }, bytes, text: () => text, options: null }) ?? null;
  return [[path, { status: "known", fact: JSON.parse(JSON.stringify(fact)) as Json }]];
}

/** Endpoints as `METHOD /path`, sorted. */
export function routesOf(model: LinkedModel): string[] {
  return model.endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`).sort();
}

/** The endpoint of a method and path: `GET /items`. */
export function endpointOf(model: LinkedModel, route: string): Endpoint {
  const found = model.endpoints.find((endpoint) => `${endpoint.method} ${endpoint.path}` === route);
  if (!found) throw new Error(`There is no endpoint ${route}, only: ${routesOf(model).join(", ")}`);
  return found;
}

export function traceOf(model: LinkedModel, route: string): HandlerTrace {
  const trace = model.trace(endpointOf(model, route).id);
  if (!trace) throw new Error(`There is no trace of ${route}.`);
  return trace;
}

/** The source line that a span begins on, without its indentation. */
export function lineAt(sources: Sources, span: Span): string {
  return sources[span.path]?.split("\n")[span.line - 1]?.trim() ?? "";
}
