import { compareSpans, compareText, type Application, type Declaration, type Endpoint, type LinkedModel, type LinkInput, type Unresolved } from "@muster/contract";
import type { DocumentFact } from "../documents/document-node.ts";
import { folderOf } from "./service-folder.ts";
import { loadLimits, Machine, searchSteps } from "../evaluate/machine.ts";
import { runModule } from "../evaluate/modules.ts";
import type { EndpointJudgement, FoundEndpoint, FrameworkModels, Inventory } from "../framework.ts";
import { libraryModels } from "../library/library.ts";
import { LibraryFiles } from "../modules/library-files.ts";
import { isLibrary } from "../modules/library-index.ts";
import { asDescriptions } from "../describe/descriptions.ts";
import { Described } from "../describe/described.ts";
import { withLibrary } from "../modules/library-index.ts";
import { indexModules, type ModuleIndex } from "../modules/module-index.ts";
import type { ModuleSummary } from "../syntax.ts";
import { CallPlacesIndex } from "../survey/call-places.ts";
import { CallWatch } from "../survey/call-watch.ts";
import { survey } from "../survey/survey.ts";
import { spanOfPlace } from "../values/term.ts";
import type { Value } from "../values/value.ts";
import { applicationId, endpointId } from "./application-id.ts";
import { codeOf } from "./code-of.ts";
import { ForcedImports } from "./forced-imports.ts";
import { dataModels } from "./data-models.ts";
import { declareAll } from "./declare.ts";
import { entryFirst } from "./entry-first.ts";
import { Loader } from "./loader.ts";
import { inRounds } from "./in-rounds.ts";
import { HandlerTraces } from "./handler-traces.ts";
import type { LinkStart } from "./start.ts";
import { KeptRuns } from "../reuse/kept-runs.ts";
import { notedIndex } from "../reuse/noted-index.ts";
import { findUnmodelled, missedPlaces, type Unmodelled } from "./unmodelled.ts";
import { visibleJudgement, visibleSpan } from "./visible.ts";
import { runFactories } from "./factories.ts";
import { withoutContradictory } from "./contradictory.ts";
import { joinForeignMounts } from "./foreign-mounts.ts";

/** Modules of the standard library that are told in Python. */
const standardModules = new URL("../standard/", import.meta.url);

/** Rounds of loading; each one loads everything that the round before ran into. Deeper import chains are cut there. */
const maxRounds = 40;

/** Links modules by evaluation: loads what the question leads to, in rounds, until nothing more is asked for. */
export async function link(input: LinkInput, { frameworks, named, starts, beside, wanted, surveyed }: LinkStart): Promise<LinkedModel> {
  // Every file can be imported, whatever its role: a product may call a module test_results.py.
  const described = new Described(asDescriptions(input.options));
  const library = new LibraryFiles([standardModules, ...frameworks.flatMap((framework) => framework.library ?? [])], described.texts);
  const kept = input.memory && keptIn(input.memory);
  const modules = withLibrary(indexModules(input.files.map((file) => file.path)), indexModules(library.paths));
  const index = kept ? notedIndex(modules) : modules;
  const loader = new Loader(input, library, index);
  const { sources, lost, documents } = loader;
  const hinted = new Set([...starts, ...entryModules(input.files, starts)]);
  const applications = frameworks.flatMap((framework) => framework.applications);
  const applicationNames = new Set(applications.map((name) => name.slice(name.lastIndexOf(".") + 1)));
  const forced = new ForcedImports(index, sources, (path) => (hinted.has(path) ? applicationNames : new Set()));
  // With what running them leads to: a module that ran before is not run again for what was missing then.
  const load = (wanted: Iterable<string>): Promise<boolean> => loader.loadAll(wanted, forced);
  input.progress(`loading ${hinted.size} modules that name a framework`);
  const ahead = (input.ahead ?? []).filter(isThere(input.files, library.paths));
  const [makers] = await Promise.all([Promise.all(frameworks.flatMap((framework) => framework.load?.() ?? [])), loader.loadAll([...hinted, ...beside, ...ahead], forced)]);
  const places = new CallPlacesIndex(wanted, index);
  const evaluateWith = (loadSteps: number): State => {
    kept?.begin();
    return evaluateAll(makers, applications, index, sources, lost, documents, hinted, beside, named, described, loadSteps, wanted.isEmpty ? undefined : new CallWatch(places, surveyed));
  };
  let state = evaluateWith(searchSteps);
  for (let round = 0; round < maxRounds; round++) {
    const found = await loader.loadAll(state.machine.missing, forced);
    // Every round begins anew, so the whole budget is for those after which nothing more was missing.
    const isCut = state.machine.cut.size > 0 && state.machine.loadSteps < loadLimits.steps;
    if (!found && !isCut) break;
    input.progress(`evaluating ${sources.size} modules`);
    state = evaluateWith(found && state.machine.loadSteps < loadLimits.steps ? searchSteps : loadLimits.steps);
  }
  const { machine } = state;
  const needed = [...new Set([...machine.modules.keys(), ...machine.consulted])].filter((path) => sources.has(path) || lost.has(path)).sort(compareText);
  const useless = ahead.length === 0 ? [] : uselessOf([...sources.keys(), ...lost.keys()], new Set(needed), forced.closure([...hinted, ...beside, ...needed]));
  loader.forget(useless);
  // Its modules are parsed while endpoints are judged.
  const unmodelled = findUnmodelled(input, new Set(machine.consulted));
  unmodelled.catch(() => undefined);
  kept?.ready(machine);
  const endpoints = await judgeAll(state, load, input, kept);
  const traces = new HandlerTraces(machine, kept);
  input.progress("tracing handlers");
  await traces.follow(endpoints.filter(changes).map(({ found }) => found), load, maxRounds);
  if (machine.watch) {
    await traces.follow(guardedOtherwise(endpoints).map(({ found }) => found), load, maxRounds);
    input.progress(`looking at calls of libraries in ${surveyed.size} modules`);
    await load(surveyed);
    await survey(machine, machine.watch, [...surveyed].sort(compareText), load);
  }
  const declarations = await declareAll(machine, state.models, load, maxRounds);
  const model = assemble(state, endpoints, machine, traces, declarations, lost, await unmodelled, described);
  return { ...model, ahead: needed, needless: needlessOf([...useless, ...sources.keys(), ...lost.keys()], new Set(model.consulted)) };
}

/** What runs of the commit before came to. */
function keptIn(memory: Map<string, unknown>): KeptRuns {
  const known = memory.get("runs");
  if (known instanceof KeptRuns) return known;
  const made = new KeptRuns();
  memory.set("runs", made);
  return made;
}

function isThere(files: LinkInput["files"], library: readonly string[]): (path: string) => boolean {
  const there = new Set([...files.map((file) => file.path), ...library]);
  return (path) => there.has(path);
}

/** Of what was brought, what neither evaluation nor what its modules lead to came by: judging is to find it as missing as if nothing had been brought ahead. */
function uselessOf(brought: readonly string[], needed: ReadonlySet<string>, led: ReadonlySet<string>): readonly string[] {
  return brought.filter((path) => !needed.has(path) && !led.has(path) && !isLibrary(path));
}

/** What was brought and linking did not come by in the end: it is no part of what was analysed, whatever it was brought for. */
function needlessOf(brought: readonly string[], consulted: ReadonlySet<string>): readonly string[] {
  return [...new Set(brought)].filter((path) => !consulted.has(path) && !isLibrary(path));
}

const entryNames = /(^|\/)(__main__|main|app|application|asgi|wsgi|server|serve|run|api|manage)\.py$/;

/**
 * Modules that start a program by their name, beside or above ones that name a framework: `app = create_app()` need not
 * name the framework itself.
 */
function entryModules(files: LinkInput["files"], hinted: ReadonlySet<string>): string[] {
  const tops = new Set([...hinted].map((path) => path.split("/", 2)[0] ?? ""));
  return files.filter((file) => file.role === "source" && entryNames.test(file.path) && (!file.path.includes("/") || tops.has(file.path.split("/", 1)[0] ?? ""))).map((file) => file.path);
}

interface State {
  readonly machine: Machine;
  readonly models: readonly FrameworkModels[];
  readonly inventories: readonly Inventory[];
}

/** Runs all modules that name a framework, and what they lead to, from the beginning. */
function evaluateAll(makers: readonly (() => FrameworkModels)[], applications: readonly string[], index: ModuleIndex, summaries: ReadonlyMap<string, ModuleSummary>, lost: ReadonlyMap<string, string>, documents: ReadonlyMap<string, DocumentFact | "absent">, hinted: ReadonlySet<string>, beside: readonly string[], named: ReadonlySet<string>, described: Described, loadSteps: number, watch: CallWatch | undefined): State {
  const natives = new Map<string, Value>(libraryModels());
  const models: FrameworkModels[] = makers.map((make) => make());
  for (const model of models) for (const [name, value] of model.values) natives.set(name, value);
  const patterns = models.map((model) => model.name).filter((name) => name !== undefined);
  const machine = new Machine({ index, natives, patterns, summaries, lost, documents, eager: (path, from) => named.has(path) || models.some((model) => model.importsAtOnce?.(from) === true), described: described.names, loadSteps, watch });
  const modules = entryFirst(machine, [...hinted].sort(compareText).map((path) => machine.module(path)).filter((module) => module !== undefined), applications);
  for (const module of modules) runModule(machine, module);
  runFactories(machine, modules, applications);
  for (const path of beside) {
    const module = machine.module(path);
    if (module) runModule(machine, module);
  }
  return { machine, models, inventories: joinForeignMounts(models.map((model) => withoutContradictory(model.inventory(machine)))) };
}

interface Judged {
  readonly found: FoundEndpoint;
  readonly judgement: EndpointJudgement;
}

/** Judges every endpoint; those that ran into modules not loaded yet are judged again once these are there. */
async function judgeAll(state: State, load: (wanted: Iterable<string>) => Promise<boolean>, input: LinkInput, kept: KeptRuns | undefined): Promise<readonly Judged[]> {
  const { machine, inventories } = state;
  const judgements = new Map<FoundEndpoint, EndpointJudgement>();
  const endpoints = inventories.flatMap((inventory) => inventory.endpoints);
  input.progress("following guards");
  await inRounds(machine, endpoints, (found) => {
    const judgement = kept ? kept.runOrWait("judge", found, () => found.judge(machine)) : found.judge(machine);
    if (judgement) judgements.set(found, judgement);
  }, load, maxRounds);
  for (const found of endpoints) if (!judgements.has(found)) judgements.set(found, found.judge(machine));
  machine.missing.clear();
  return endpoints.flatMap((found) => {
    const judgement = judgements.get(found);
    return judgement ? [{ found, judgement }] : [];
  });
}

function changes({ found }: Judged): boolean {
  const { method } = found.endpoint;
  return method !== "GET" && method !== "HEAD" && method !== "*";
}

/** Of endpoints that only read, one for each guard that stands before none of the others: what it does for a signed-in caller is seen there alone. */
function guardedOtherwise(endpoints: readonly Judged[]): readonly Judged[] {
  const known = new Set(endpoints.filter(changes).flatMap(({ judgement }) => judgement.guards.map((guard) => guard.name)));
  return endpoints.filter((judged) => {
    const others = changes(judged) ? [] : judged.judgement.guards.filter((guard) => !known.has(guard.name));
    for (const guard of others) known.add(guard.name);
    return others.length > 0;
  });
}

function assemble(state: State, judged: readonly Judged[], machine: Machine, traces: HandlerTraces, declarations: readonly Declaration[], lost: ReadonlyMap<string, string>, elsewhere: Unmodelled, described: Described): LinkedModel {
  const applications = new Map<string, Application>();
  for (const application of state.inventories.flatMap((inventory) => inventory.applications)) {
    const folder = folderOf(application.span.path, application.name);
    applications.set(application.id || application.name, { ...application, id: applicationId(application.framework, application.name, folder), folder });
  }
  const byId = new Map<string, Endpoint>();
  const runs = new Map<string, FoundEndpoint>();
  /** Ids of which one route exists in any case: it answers, and later ones of the same method and path are never reached. */
  const settled = new Set<string>();
  for (const { found, judgement: whole } of judged) {
    const judgement = visibleJudgement(whole, found.endpoint.span, described);
    const application = applications.get(found.endpoint.application);
    const id = endpointId(application?.id ?? "", found.endpoint.method, found.endpoint.path);
    // A factory may make several applications of one name.
    const own = `${found.endpoint.application} ${id}`;
    if (settled.has(own)) {
      noteOverridden(byId, id, found.endpoint);
      continue;
    }
    if (found.endpoint.conditions.length === 0) settled.add(own);
    // Where a condition decides which of several routes answers, the one that guards least counts.
    const earlier = byId.get(id);
    if (earlier && exposure(earlier.posture) >= exposure(judgement.posture)) continue;
    runs.set(id, found);
    const handler = { ...found.endpoint.handler, span: visibleSpan(found.endpoint.handler.span, found.endpoint.span) };
    byId.set(id, { ...found.endpoint, handler, id, application: application?.id ?? "", posture: judgement.posture, proof: judgement.proof, guards: judgement.guards, ...(judgement.reason !== undefined && { reason: judgement.reason }), ...(judgement.operations && { operations: judgement.operations }), ...(whole.unbound && { unbound: whole.unbound }) });
  }
  const endpoints = [...byId.values()];
  endpoints.sort((a, b) => compareText(a.application, b.application) || compareText(a.path, b.path) || compareText(a.method, b.method));
  const missed = missedPlaces(elsewhere, machine.consulted);
  const unresolved: Unresolved[] = [...state.inventories.flatMap(visibleUnresolved), ...missed.map((one) => one.unresolved)];
  for (const [path, reason] of lost) if (machine.consulted.has(path)) unresolved.push({ what: "module", reason, span: { path, line: 1, column: 1, endLine: 1, endColumn: 1 } });
  for (const place of machine.cut.values()) unresolved.push({ what: "module", reason: "evaluation met its budget here: what follows was not evaluated", span: spanOfPlace(place) });
  unresolved.sort(byPlace);
  const sum = (pick: (inventory: Inventory) => number): number => state.inventories.reduce((total, inventory) => total + pick(inventory), 0);
  return {
    applications: [...new Map([...applications.values()].map((one) => [one.id, one])).values()].sort((a, b) => compareText(a.name, b.name) || compareText(a.folder, b.folder)),
    endpoints,
    coverage: {
      mounts: { resolved: sum((one) => one.mounts.resolved), unresolved: sum((one) => one.mounts.unresolved) },
      routes: { resolved: endpoints.length, unresolved: sum((one) => one.routes.unresolved) + missed.reduce((all, one) => all + one.routes, 0) },
      unresolved,
    },
    consulted: [...new Set([...machine.consulted, ...elsewhere.consulted])].sort(compareText),
    missed: [...machine.index.missed, ...machine.missedDocuments].sort(compareText),
    dataModels: dataModels(machine),
    damaged: [...machine.consulted].filter((path) => isDamaged(machine.summaries.get(path))).sort(compareText),
    ...(machine.watch && { calls: machine.watch.observed }),
    declarations,
    codeOf: (path, line) => {
      const summary = machine.summaries.get(path);
      return summary === undefined ? undefined : codeOf(summary, line);
    },
    trace: (endpoint) => {
      const found = runs.get(endpoint);
      return found && traces.of(found);
    },
  };
}

/** One that its framework calls unreachable is told with the endpoint that answers in its place, unless the same handler answers anyway. */
function noteOverridden(byId: Map<string, Endpoint>, id: string, { span, handler, unreachable }: FoundEndpoint["endpoint"]): void {
  const answering = byId.get(id);
  if (unreachable === undefined || answering === undefined || compareSpans(answering.handler.span, handler.span) === 0) return;
  byId.set(id, { ...answering, overridden: [...(answering.overridden ?? []), { span: visibleSpan(span, answering.span), note: `${handler.symbol} is declared here for the same method and path` }] });
}

/** What knowledge ended on inside a library module is shown at the application that led there. */
function visibleUnresolved({ unresolved, applications }: Inventory): readonly Unresolved[] {
  return unresolved.map((one) => ({ ...one, span: visibleSpan(one.span, applications[0]?.span ?? one.span) }));
}

/** Whether something of a module is missing from its summary. */
function isDamaged(summary: ModuleSummary | undefined): boolean {
  return summary !== undefined && (summary.errors.length > 0 || summary.cut === true);
}

function exposure(posture: Endpoint["posture"]): number {
  return { protected: 0, unknown: 1, public: 2 }[posture];
}

function byPlace(a: Unresolved, b: Unresolved): number {
  return compareSpans(a.span, b.span) || compareText(a.reason, b.reason);
}
