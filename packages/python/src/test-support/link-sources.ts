import type { CallQuery, DemandedFact, Extractor, HandlerTrace, Json, LinkedModel, SourceFile } from "@muster/contract";
import { documentExtractor } from "../documents/document-extractor.ts";
import { startLinking } from "../link/start.ts";
import { moduleExtractor } from "../parse/module-extractor.ts";
import { registrationSieve } from "../parse/registration-sieve.ts";
import { miniFramework } from "./mini-framework.ts";

/** Texts by path. The order of the paths is the order in which files are listed. */
export type Sources = Readonly<Record<string, string>>;

/** What the host may know of an earlier state, and whom it tells what is being done. */
export interface Linking {
  readonly ahead?: readonly string[];
  progress?(note: string): void;
}

/** Links Python sources as the host does: the real extractor and linker, with the smallest of frameworks. `failed` gives reasons by path. */
export async function linkSources(sources: Sources, failed: Sources = {}, calls: readonly CallQuery[] = [], { ahead = [], progress }: Linking = {}): Promise<LinkedModel> {
  await moduleExtractor.prepare?.(null);
  await documentExtractor.prepare?.(null);
  return startLinking({
    files: Object.entries(sources).map(([path, text]): SourceFile => ({ path, size: Buffer.byteLength(text), role: "source" })),
    hints: new Map(Object.entries(sources).map(([path, text]) => [path, ["mini", ...calls.flatMap((query) => query.hints)].filter((hint) => text.includes(hint))])),
    frameworks: [miniFramework],
    calls,
    ahead,
    demand: async (paths) => new Map(paths.flatMap((path) => factOf(moduleExtractor, sources, failed, path))),
    demandDocuments: async (paths) => new Map(paths.flatMap((path) => factOf(documentExtractor, sources, failed, path))),
    sift: async (paths) => paths.filter((path) => factOf(registrationSieve, sources, failed, path).some(([, fact]) => fact.status === "known" && fact.fact === true)),
    progress: (note) => progress?.(note),
    signal: new AbortController().signal,
    options: null,
  });
}

function factOf(extractor: Extractor, sources: Sources, failed: Sources, path: string): [string, DemandedFact][] {
  const reason = failed[path];
  if (reason !== undefined) return [[path, { status: "failed", reason }]];
  const text = sources[path];
  if (text === undefined) return [];
  const bytes = Buffer.from(text);
  const fact: Json = extractor.extract({ file: { path, size: bytes.length, role: "source" }, bytes, text: () => text, options: null }) ?? null;
  return [[path, { status: "known", fact: JSON.parse(JSON.stringify(fact)) as Json }]];
}

/** The paths of all routes, sorted. */
export async function pathsIn(sources: Sources): Promise<string[]> {
  return (await linkSources(sources)).endpoints.map((endpoint) => endpoint.path).sort();
}

/** The paths that one module adds to `app`; `h` is a handler. */
export async function pathsOf(code: string): Promise<string[]> {
  return pathsIn({ "main.py": inModule(code) });
}

/** What the function `h` of one module does. */
export async function traceOf(code: string, others: Sources = {}): Promise<HandlerTrace> {
  const model = await linkSources({ "main.py": `import mini\n${code}\napp = mini.App()\napp.add("/h", h)\n`, ...others });
  const trace = model.trace(model.endpoints[0]?.id ?? "");
  if (!trace) throw new Error("There is no trace: the module adds no handler.");
  return trace;
}

export function inModule(code: string): string {
  return `import mini\napp = mini.App()\ndef h(): pass\n${code}\n`;
}
