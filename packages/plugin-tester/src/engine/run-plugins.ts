import type { Application, Confidence, ControlResult, Endpoint, Extractor, Json, JudgeInput, LinkedModel, Linker, LinkInput, Plugin, Report, RuleMeta, Severity, SourceFile } from "@muster/contract";
import type { ApprovedPublic } from "@muster/scanner";
import type { CaseFile } from "../cases/fixture-case.ts";
import { matchesApproval } from "./approval.ts";
import { frozen } from "./frozen.ts";

export interface BoundPlugin {
  readonly plugin: Plugin;
  readonly options: Json;
}

/** In which order work is done. Nothing of what comes out may depend on it. */
export type WorkOrder = "sorted" | "reversed";

export interface RunRequest {
  readonly files: readonly CaseFile[];
  readonly plugins: readonly BoundPlugin[];
  readonly approvedPublic: readonly ApprovedPublic[];
  readonly order: WorkOrder;
  /** Facts go through JSON, as they do on their way from a worker and from the cache, and are frozen. */
  readonly roundTrip: boolean;
  /** What linkers keep from one state of the files to the next. */
  readonly memory?: Map<string, unknown>;
}

/** What one rule said, with the text that people see. */
export interface Said {
  readonly rule: string;
  readonly message: string;
  readonly text: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly report: Report;
}

export interface Run {
  readonly applications: readonly Application[];
  readonly endpoints: readonly Endpoint[];
  readonly said: readonly Said[];
  readonly results: readonly ControlResult[];
  readonly models: readonly LinkedModel[];
}

/**
 * Runs plugins over a case in this thread: no pool, no cache, no limits, so that many small cases cost little, orders can
 * be chosen, and a plugin that throws fails its test with its own stack.
 */
export async function runPlugins(request: RunRequest): Promise<Run> {
  const { plugins, order } = request;
  const files = inOrder(request.files, order);
  const sources = request.files.map((file): SourceFile => ({ path: file.path, size: Buffer.byteLength(file.text), role: "source" }));
  const facts = await extractAll(request, files);
  const models: LinkedModel[] = [];
  for (const { plugin, options } of plugins) {
    for (const linker of plugin.linkers ?? []) models.push(await linker.link(linkInput(request, linker, options, sources)));
  }
  const endpoints = models.flatMap((model) => model.endpoints);
  const said: Said[] = [];
  const results: ControlResult[] = [];
  for (const { plugin, options } of plugins) {
    const { analysis } = plugin;
    if (!analysis) continue;
    const input: JudgeInput = {
      applications: models.flatMap((model) => model.applications),
      endpoints,
      coverage: joined(models),
      dataModels: models.flatMap((model) => model.dataModels ?? []),
      calls: models.flatMap((model) => model.calls ?? []),
      trace: (id) => models.map((model) => model.trace(id)).find((trace) => trace !== undefined),
      declarations: models.flatMap((model) => model.declarations ?? []),
      facts: (extractor) => facts.get(extractor) ?? [],
      options,
      isApprovedPublic: (endpoint) => request.approvedPublic.some((approval) => matchesApproval(approval, endpoint)),
    };
    for (const rule of analysis.rules) for (const report of rule.judge(input)) if (report.suppressed === undefined) said.push(saidBy(rule.meta, report));
    for (const judge of analysis.controls) for (const result of judge.judge(input)) results.push({ control: judge.control, ...result });
  }
  return { applications: models.flatMap((model) => model.applications), endpoints, said, results, models };
}

async function extractAll(request: RunRequest, files: readonly CaseFile[]): Promise<Map<string, { path: string; fact: Json }[]>> {
  const out = new Map<string, { path: string; fact: Json }[]>();
  for (const { plugin, options } of request.plugins) {
    for (const extractor of plugin.extractors ?? []) {
      await extractor.prepare?.(options);
      if (extractor.when !== "always") continue;
      const found: { path: string; fact: Json }[] = [];
      for (const file of files) {
        const fact = extractOne(request, extractor, file, options);
        if (fact !== undefined) found.push({ path: file.path, fact });
      }
      out.set(extractor.name, found.sort((a, b) => (a.path < b.path ? -1 : 1)));
    }
  }
  return out;
}

function extractOne(request: RunRequest, extractor: Extractor, { path, text }: CaseFile, options: Json): Json | undefined {
  const bytes = Buffer.from(text);
  const file: SourceFile = { path, size: bytes.length, role: "source" };
  const { extensions, roles, maxBytes = Number.POSITIVE_INFINITY } = extractor.wants;
  if (extensions !== undefined && !extensions.some((extension) => path.endsWith(extension))) return undefined;
  if ((roles !== undefined && !roles.includes(file.role)) || file.size > maxBytes) return undefined;
  const fact = extractor.extract({ file, bytes, text: () => text, options });
  return fact !== undefined && request.roundTrip ? frozen(JSON.parse(JSON.stringify(fact)) as Json) : fact;
}

function linkInput(request: RunRequest, linker: Linker, options: Json, sources: readonly SourceFile[]): LinkInput {
  const frameworks = request.plugins.flatMap(({ plugin }) => plugin.frameworks ?? []).filter((framework) => framework.language === linker.language);
  const files = sources.filter((file) => linker.extensions.some((extension) => file.path.endsWith(extension)));
  const calls = request.plugins.flatMap(({ plugin }) => plugin.analysis?.calls ?? []);
  const byPath = new Map(request.files.map((file) => [file.path, file]));
  const hints = new Map<string, readonly string[]>();
  for (const { path } of inOrder(files, request.order)) {
    const found = [...new Set([...frameworks.flatMap((framework) => framework.hints), ...calls.flatMap((query) => query.hints)])].filter((hint) => byPath.get(path)?.text.includes(hint));
    if (found.length > 0) hints.set(path, found);
  }
  const sieve = linker.sieve === undefined ? undefined : demander(request, linker, linker.sieve, byPath);
  return {
    files,
    hints,
    frameworks: inOrder(frameworks, request.order),
    calls,
    demand: demander(request, linker, linker.extractor, byPath),
    demandDocuments: linker.documents === undefined ? () => Promise.resolve(new Map()) : demander(request, linker, linker.documents, byPath),
    sift: async (paths) => {
      const facts = await sieve?.(paths);
      return facts === undefined ? paths : paths.filter((path) => facts.get(path)?.status === "known");
    },
    ...(request.memory && { memory: request.memory }),
    progress: () => {},
    signal: new AbortController().signal,
    options,
  };
}

function demander(request: RunRequest, linker: Linker, name: string, byPath: ReadonlyMap<string, CaseFile>): LinkInput["demand"] {
  const owner = request.plugins.find(({ plugin }) => plugin.extractors?.some((extractor) => extractor.name === name));
  const extractor = owner?.plugin.extractors?.find((each) => each.name === name);
  if (!owner || !extractor) throw new Error(`The linker ${linker.name} links the facts of "${name}", and none of the plugins has an extractor of that name. Add its plugin to \`with\`.`);
  return (paths) =>
    Promise.resolve(
      new Map(
        inOrder(paths, request.order).flatMap((path) => {
          const file = byPath.get(path);
          if (!file) return [];
          const fact = extractOne(request, extractor, file, owner.options);
          return [[path, fact === undefined ? { status: "failed", reason: "the extractor yields nothing for it" } : { status: "known", fact }] as const];
        }),
      ),
    );
}

function joined(models: readonly LinkedModel[]): JudgeInput["coverage"] {
  const sum = (pick: (model: LinkedModel) => number): number => models.reduce((total, model) => total + pick(model), 0);
  return {
    mounts: { resolved: sum((model) => model.coverage.mounts.resolved), unresolved: sum((model) => model.coverage.mounts.unresolved) },
    routes: { resolved: sum((model) => model.coverage.routes.resolved), unresolved: sum((model) => model.coverage.routes.unresolved) },
    unresolved: models.flatMap((model) => model.coverage.unresolved),
  };
}

function saidBy(meta: RuleMeta, report: Report): Said {
  const template = meta.messages[report.message];
  if (template === undefined) throw new Error(`${meta.id} reported the message "${report.message}", which it does not have.`);
  const text = template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = report.data?.[name];
    if (value === undefined) throw new Error(`${meta.id} reported "${report.message}" without the \`${name}\` that its text asks for in ${hole}.`);
    return value;
  });
  return { rule: meta.id, message: report.message, text, severity: report.severity ?? meta.severity, confidence: report.confidence ?? meta.confidence, report };
}

function inOrder<T>(values: readonly T[], order: WorkOrder): T[] {
  switch (order) {
    case "sorted":
      return [...values];
    case "reversed":
      return [...values].reverse();
    default:
      return order satisfies never;
  }
}
