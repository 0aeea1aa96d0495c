import { enableCompileCache } from "node:module";
import { isAbsolute } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { compareSpans, compareText, type AnyRule, type CallQuery, type ControlJudge, type ControlResult, type DemandedFact, type Endpoint, type Framework, type Json, type LinkCoverage, type LinkedModel, type Linker, type LinkInput, type Plugin } from "@muster/contract";
import { declaredIn, describedEndpoints, type Declared } from "./attributes.ts";
import { FactMemory, unpackFacts } from "./fact-pack.ts";
import { countSuppressed, toFindings } from "./findings.ts";
import { isSpan, isStep } from "./is-span.ts";
import { JudgeInputs, soundResult } from "./judge-input.ts";
import { controlStep, describeStep, linkStep, ruleStep, type AnalystSetup, type FactPack, type FromAnalyst, type JudgedFacts, type JudgedFinding, type JudgedPart, type LinkedPart, type ToAnalyst } from "./protocol.ts";
import { toSightings } from "./sightings.ts";

const host = parentPort;
if (host === null) throw new Error("This module runs in a thread of the scanner's.");
const setup: AnalystSetup = workerData;
if (setup.compileCache !== undefined && isAbsolute(setup.compileCache)) enableCompileCache(setup.compileCache);
// Standard output belongs to the host: a report may be on its way there.
process.stdout.write = () => true;
process.stderr.write = () => true;

interface Loaded {
  readonly plugin: Plugin;
  readonly options: Json;
}

const say = (message: FromAnalyst): void => {
  if ((message.kind === "linked" || message.kind === "judged") && message.body.buffer instanceof ArrayBuffer) host.postMessage(message, [message.body.buffer]);
  else host.postMessage(message);
};
const without = new Set(setup.without);
const demands = new Map<number, (pack: FactPack) => void>();
let requests = 0;

const loading: Promise<readonly Loaded[]> = Promise.all(
  setup.plugins.map(async ({ specifier, options }) => {
    const module: { readonly default: Plugin } = await import(specifier);
    return { plugin: module.default, options };
  }),
);
if (setup.subject === "tree") {
  loading.then((plugins) => Promise.all(plugins.flatMap(({ plugin }) => (plugin.linkers ?? []).map((linker) => linker.prepare?.())))).catch(() => undefined);
}
let linking: Promise<readonly LinkedModel[]> = Promise.resolve([]);

host.on("message", (message: ToAnalyst) => {
  switch (message.kind) {
    case "link":
      linking = link(message);
      return linking.catch(die);
    case "demanded":
      demands.get(message.request)?.(message.pack);
      return demands.delete(message.request);
    case "judge":
      return judge(message.facts, message.linkFailed).then(() => say({ kind: "finished" }), die);
    default:
      return message satisfies never;
  }
});

/** What goes wrong outside the steps of plugins ends the thread, and the host says so. */
function die(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

async function link({ files, hints, ahead }: Extract<ToAnalyst, { kind: "link" }>): Promise<readonly LinkedModel[]> {
  const plugins = await loading;
  const frameworks = plugins.flatMap(({ plugin }) => plugin.frameworks ?? []);
  const models: LinkedModel[] = [];
  for (const { plugin, options } of plugins) {
    for (const linker of setup.subject === "tree" ? (plugin.linkers ?? []) : []) {
      const step = linkStep(linker.name);
      if (without.has(step)) continue;
      say({ kind: "entered", step });
      try {
        const own = frameworks.filter((framework) => framework.language === linker.language);
        models.push(await linker.link(linkInput(files.filter((file) => linker.extensions.some((extension) => file.path.endsWith(extension))), hints, ahead, own, linker, plugins.flatMap(({ plugin: { analysis } }) => analysis?.calls ?? []), options)));
        say({ kind: "left", step });
      } catch (error) {
        say({ kind: "threw", step, reason: describe(error) });
      }
    }
  }
  say({ kind: "linked", body: encode(mergeModels(models)) });
  return models;
}

function linkInput(files: LinkInput["files"], hints: readonly (readonly [string, readonly string[]])[], ahead: readonly string[], frameworks: readonly Framework[], linker: Linker, calls: readonly CallQuery[], options: Json): LinkInput {
  const own = new Set(files.map((file) => file.path));
  return {
    files,
    hints: new Map(hints.filter(([path]) => own.has(path))),
    ahead,
    frameworks,
    calls,
    demand: (paths) => demand(linker.extractor, paths),
    demandDocuments: (paths) => (linker.documents === undefined ? Promise.resolve(new Map()) : demand(linker.documents, paths)),
    sift: async (paths) => {
      if (linker.sieve === undefined) return paths;
      const facts = await demand(linker.sieve, paths);
      return paths.filter((path) => facts.get(path)?.status === "known");
    },
    ...(setup.keeps && { memory: memoryOf(linker.name) }),
    progress: (note) => say({ kind: "progress", note }),
    // The host ends the whole thread where a scan is ended: nothing has to be told in here.
    signal: new AbortController().signal,
    options,
  };
}

const memories = new Map<string, Map<string, unknown>>();

/** What a linker keeps from one commit to the next. */
function memoryOf(linker: string): Map<string, unknown> {
  let memory = memories.get(linker);
  if (!memory) memories.set(linker, (memory = new Map()));
  return memory;
}

const facts = new Map<string, FactMemory>();

/** Facts of an extractor that commits share. */
function factsOf(extractor: string): FactMemory | undefined {
  if (!setup.keeps) return undefined;
  let memory = facts.get(extractor);
  if (!memory) facts.set(extractor, (memory = new FactMemory()));
  return memory;
}

function demand(extractor: string, paths: readonly string[]): Promise<ReadonlyMap<string, DemandedFact>> {
  return new Promise((resolve, reject) => {
    const request = requests++;
    demands.set(request, (pack) => {
      try {
        resolve(unpackFacts(pack, factsOf(extractor)));
      } catch (error) {
        reject(error);
      }
    });
    say({ kind: "demand", request, extractor, paths });
  });
}

function mergeModels(models: readonly LinkedModel[]): LinkedPart {
  const sum = (pick: (coverage: LinkCoverage) => number): number => models.reduce((total, { coverage }) => total + pick(coverage), 0);
  const sorted = (pick: (model: LinkedModel) => readonly string[]): string[] => [...new Set(models.flatMap(pick))].sort(compareText);
  return {
    applications: models.flatMap((model) => model.applications).sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id)),
    endpoints: models.flatMap((model) => model.endpoints.map((endpoint) => withCode(endpoint, models))).sort((a, b) => compareText(a.application, b.application) || compareText(a.path, b.path) || compareText(a.method, b.method) || compareText(a.id, b.id)),
    coverage: {
      mounts: { resolved: sum((coverage) => coverage.mounts.resolved), unresolved: sum((coverage) => coverage.mounts.unresolved) },
      routes: { resolved: sum((coverage) => coverage.routes.resolved), unresolved: sum((coverage) => coverage.routes.unresolved) },
      unresolved: models.flatMap((model) => model.coverage.unresolved),
    },
    consulted: sorted((model) => model.consulted),
    missed: sorted((model) => model.missed),
    damaged: sorted((model) => model.damaged ?? []),
    ahead: sorted((model) => model.ahead ?? []),
    needless: sorted((model) => model.needless ?? []),
  };
}

/** The code at a place, for waivers to be bound to. */
function codeAt(models: readonly LinkedModel[], path: string, line: number): string | undefined {
  for (const model of models) {
    const code = model.codeOf?.(path, line);
    if (code !== undefined) return code;
  }
  return undefined;
}

function withCode(endpoint: Endpoint, models: readonly LinkedModel[]): Endpoint {
  const code = codeAt(models, endpoint.handler.span.path, endpoint.handler.span.line);
  return code === undefined ? endpoint : { ...endpoint, handler: { ...endpoint.handler, code } };
}

async function judge(facts: readonly JudgedFacts[], linkFailed: string | undefined): Promise<void> {
  const plugins = await loading;
  const models = await linking;
  const traceOf = new Map(models.flatMap((model) => model.endpoints.map((endpoint) => [endpoint.id, model] as const)));
  const linked = mergeModels(models);
  const handlers = new Map(linked.endpoints.map(({ id, handler }) => [id, handler.code]));
  const coded = (finding: JudgedFinding): JudgedFinding => {
    if (!finding.showCode) return finding;
    const codes = [codeAt(models, finding.span.path, finding.span.line), handlers.get(finding.endpoint ?? "")].filter((code) => code !== undefined);
    return codes.length === 0 ? finding : { ...finding, code: [...new Set(codes)].join("-") };
  };
  const found = { dataModels: models.flatMap((model) => model.dataModels ?? []), declarations: models.flatMap((model) => model.declarations ?? []), calls: models.flatMap((model) => model.calls ?? []).sort((a, b) => compareSpans(a.span, b.span)) };
  const inputs = new JudgeInputs(setup, linked, found, (endpoint) => traceOf.get(endpoint)?.trace(endpoint), facts, linkFailed);
  for (const { plugin, options } of plugins) {
    const analysis = setup.subject === "tree" ? plugin.analysis : plugin.history;
    if (analysis === undefined) continue;
    for (const rule of analysis.rules) judgeStep(ruleStep(rule.meta.id), () => {
      const { findings, ...rest } = setup.subject === "tree" ? runRule(rule, inputs, analysis.uses, options, declaredIn(plugin)) : sightRule(rule, inputs, analysis.uses, options);
      return { ...rest, findings: findings.map(coded), results: [] };
    });
    for (const control of analysis.controls) judgeStep(controlStep(plugin.name, control.control), () => ({ findings: [], suppressed: [], suppressedFindings: [], results: runControl(control, inputs, analysis.uses, options) }));
    if (setup.subject === "tree" && analysis.describe !== undefined) judgeStep(describeStep(plugin.name), () => {
      const described = inputs.run(analysis.uses, options, (input) => describedEndpoints(analysis.describe?.(input) ?? [], declaredIn(plugin), inputs.endpoints), (found) => found);
      return { findings: [], suppressed: [], suppressedFindings: [], results: [], described };
    });
  }
}

function judgeStep(step: string, run: () => JudgedPart): void {
  if (without.has(step)) return;
  say({ kind: "entered", step });
  try {
    say({ kind: "judged", step, body: encode(run()) });
  } catch (error) {
    say({ kind: "threw", step, reason: describe(error) });
  }
}

function runRule(rule: AnyRule, inputs: JudgeInputs, uses: readonly string[], options: Json, attributes: Declared): Omit<JudgedPart, "results"> {
  const { findings, suppressed } = inputs.run(uses, options, (input) => toFindings(rule, rule.judge(input), attributes), (found) => found);
  return { findings, suppressed: countSuppressed(suppressed), suppressedFindings: setup.listSuppressed ? suppressed : [] };
}

function sightRule(rule: AnyRule, inputs: JudgeInputs, uses: readonly string[], options: Json): Omit<JudgedPart, "results"> {
  return { findings: [], suppressed: [], suppressedFindings: [], sightings: inputs.run(uses, options, (input) => toSightings(rule, rule.judge(input)), (found) => found) };
}

function runControl(control: ControlJudge, inputs: JudgeInputs, uses: readonly string[], options: Json): readonly ControlResult[] {
  const judgeAll = (results: Iterable<Omit<ControlResult, "control">>, endpoints: ReadonlySet<string>): readonly ControlResult[] =>
    [...results].map((result) => {
      if (result.endpoint !== undefined && !endpoints.has(result.endpoint)) throw new TypeError("a control result is of an endpoint that there is not");
      if (typeof result.reason !== "string" || !["pass", "fail", "not_applicable", "indeterminate", "error"].includes(result.status)) throw new TypeError("a control result has no status or no reason");
      if ((result.span !== undefined && !isSpan(result.span)) || !Array.isArray(result.proof) || !result.proof.every(isStep)) throw new TypeError("a control result has no proof");
      return { control: control.control, ...result };
    });
  return inputs.run(uses, options, (input) => judgeAll(control.judge(input), inputs.endpoints), (results, lacks) => results.map((result) => soundResult(result, lacks)));
}

/** Plain data alone leaves the thread; its own memory, so that it is handed over. */
function encode(part: LinkedPart | JudgedPart): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(part));
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : "something that is not an Error";
}
