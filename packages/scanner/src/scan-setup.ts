import { hash } from "node:crypto";
import { availableParallelism } from "node:os";
import { gitArguments, gitEnvironment } from "./discover/git-command.ts";
import type { ExtractSetup } from "./extract/task.ts";
import { loadPlugins } from "./plugins/load-plugins.ts";
import { extractorsOf, linkersOf, type BoundExtractor, type BoundLinker, type LoadedPlugin } from "./plugins/loaded-plugin.ts";
import { pluginStamp, programStamp } from "./program.ts";
import { defaultLimits, type ApprovedPublic, type ScanLimits, type ScanRequest } from "./scan-request.ts";
import { liveApprovals } from "./waivers/approvals.ts";

/** What follows from a request and its plugins alone, whichever tree is scanned with them. */
export interface ScanSetup {
  readonly plugins: readonly LoadedPlugin[];
  readonly extractors: readonly BoundExtractor[];
  readonly linkers: readonly BoundLinker[];
  /** Sorted. */
  readonly hints: readonly string[];
  readonly limits: ScanLimits;
  readonly threads: number;
  readonly date: string;
  readonly listSuppressed: boolean;
  /** The approvals that hold on the day, by nothing but what decides: another reason is no other analysis. */
  readonly approvedPublic: readonly ApprovedPublic[];
  /** Tells the program that runs from any other. */
  readonly program: string;
  /** Digest of all that an analysis depends on beside the tree. */
  readonly configuration: string;
}

export async function setUp(request: ScanRequest): Promise<ScanSetup> {
  const limits: ScanLimits = { ...defaultLimits, ...request.limits };
  const { approvedPublic: approvals = [], date = new Date().toISOString().slice(0, 10), listSuppressed = false, threads = availableParallelism() } = request;
  const approvedPublic = liveApprovals(approvals, date).map(({ method, path, code }) => ({ method, path, ...(code !== undefined && { code }) }));
  const plugins = await loadPlugins(request.plugins);
  const program = programStamp();
  return {
    plugins,
    extractors: extractorsOf(plugins),
    linkers: linkersOf(plugins),
    hints: [...new Set(plugins.flatMap(({ plugin }) => [...(plugin.frameworks ?? []).flatMap((framework) => framework.hints), ...(plugin.analysis?.calls?.hints ?? [])]))].sort(),
    limits,
    threads: Math.max(1, Math.floor(threads)),
    date,
    listSuppressed,
    approvedPublic,
    program,
    configuration: digest([program, plugins.map((plugin) => [pluginStamp(plugin), plugin.options]), approvedPublic, limits.fileBytes, listSuppressed]),
  };
}

/** What the threads that read are started with. `place`: the folder that holds the files; `store`: the repository whose contents are read, too. */
export function extractSetup({ limits, extractors, hints }: ScanSetup, place: string, store?: string): Omit<ExtractSetup, "compileCache"> {
  return {
    root: place,
    fileBytes: limits.fileBytes,
    extractors: extractors.map(({ plugin, extractor }) => ({ specifier: plugin.specifier, name: extractor.name, options: plugin.options })),
    hints,
    ...(store !== undefined && { repository: { folder: store, arguments: gitArguments([]), environment: gitEnvironment() } }),
  };
}

export function digest(parts: unknown): string {
  return hash("sha1", JSON.stringify(parts));
}
