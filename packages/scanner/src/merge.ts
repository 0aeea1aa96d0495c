import { compareSpans, compareText, controlCatalogue, limits, type ConfigurationEffect, type Control, type ControlResult, type Finding, type Fix, type Outcome, type RuleMeta, type ScanResult, type Waiver } from "@muster/contract";
import type { Analysis } from "./analyse/analysis.ts";
import { withAttributes } from "./analyse/attributes.ts";
import { applyBaseline } from "./baseline.ts";
import { countSuppressed, sumCounts } from "./analyse/findings.ts";
import { completeResults } from "./complete-results.ts";
import type { Discovery } from "./discover/discover.ts";
import type { GitState } from "./discover/git-commit.ts";
import type { HistoryPart } from "./history/history-part.ts";
import { unjudged } from "./history/unjudged.ts";
import { withHistory } from "./history/with-history.ts";
import { controlsOf, type LoadedPlugin } from "./plugins/loaded-plugin.ts";
import { version } from "./program.ts";
import type { ApprovedPublic, BaselineEntry } from "./scan-request.ts";
import { applyWaivers } from "./waivers/apply-waivers.ts";
import { approvalStates } from "./waivers/approvals.ts";

export interface MergeInput {
  readonly plugins: readonly LoadedPlugin[];
  readonly discovery: Discovery;
  readonly git: GitState | undefined;
  readonly configuration: ConfigurationEffect | undefined;
  readonly listSuppressed: boolean;
  /** Of all stages but linking and judging, which carry their own. */
  readonly outcomes: readonly Outcome[];
  readonly analysed: number;
  readonly analysis: Analysis;
  readonly waiving: { readonly waivers: readonly Waiver[]; readonly approvals: readonly ApprovedPublic[]; readonly date: string };
  /** Content id of a file that was scanned. */
  blobOf(path: string): string | undefined;
  readonly history: HistoryPart | undefined;
  readonly baseline: readonly BaselineEntry[] | undefined;
}

/** The result: everything in an order that depends on nothing but what it says. */
export function merge({ plugins, discovery, git, configuration, listSuppressed, outcomes: others, analysed, analysis, waiving, blobOf, history, baseline }: MergeInput): ScanResult {
  const off = new Set(configuration?.rulesOff);
  const severities = new Map(configuration?.severities.map(({ rule, severity }) => [rule, severity]));
  const rules = plugins
    .flatMap(({ plugin }) => plugin.analysis?.rules ?? [])
    .map(({ meta }): RuleMeta => ({ ...meta, severity: severities.get(meta.id) ?? meta.severity }))
    .sort((a, b) => compareText(a.id, b.id));
  const configured = <F extends Omit<Finding, "fix">>(found: readonly F[]): F[] =>
    found
      .filter((finding) => !off.has(finding.rule))
      .map((finding) => ({ ...finding, severity: severities.get(finding.rule) ?? finding.severity }))
      .sort((a, b) => compareSpans(a.span, b.span) || compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint));
  const inTree = analysis.judged.flatMap((part) => part.findings).map(({ fix, ...finding }): Finding => ({ ...finding, ...codeOf(finding, blobOf), ...fixOf(fix, blobOf) }));
  const found = configured(withHistory(inTree, history));
  const baselined = applyBaseline(found, baseline ?? [], history !== undefined);
  const { findings, waived, states } = applyWaivers(baselined.findings, analysis.linked.endpoints, waiving.waivers, waiving.date);
  const controls = controlsIn(plugins);
  const decided = new Set(plugins.flatMap((plugin) => [...controlsOf(plugin), ...(plugin.plugin.history?.controls ?? [])].map(({ control }) => control)));
  // Of what lies in the tree the tree's own judges tell.
  const suppressedBefore = (history?.suppressed ?? []).filter((finding) => !finding.history.inTree || discovery.store);
  const failed = [...others, ...analysis.outcomes, ...(history?.outcomes ?? [])];
  const outcomes = [...failed, ...pluginOutcomes(plugins, failed)].sort(compareOutcomes);
  const ofFiles = (status: Outcome["status"]): number => new Set(outcomes.filter((outcome) => outcome.status === status && outcome.path !== undefined).map((outcome) => outcome.path)).size;
  const leftOut = discovery.outcomes.filter((outcome) => outcome.path !== undefined).length;
  return {
    schema: "muster.scan/1",
    tool: { name: "muster", version },
    target: { name: discovery.name, ...(git !== undefined && { commit: git.commit }), ...(git?.dirty !== undefined && { dirty: git.dirty }) },
    plugins: plugins.map(({ plugin: { name, version } }) => ({ name, version })).sort((a, b) => compareText(a.name, b.name)),
    ...(configuration !== undefined && { configuration }),
    rules,
    controls,
    applications: analysis.linked.applications,
    endpoints: withAttributes(analysis.linked.endpoints, analysis.judged),
    findings,
    waived,
    waivers: [...approvalStates(waiving.approvals, analysis.linked.endpoints, waiving.date), ...states],
    ...([...waiving.waivers, ...waiving.approvals].some(({ expires }) => expires !== undefined) && { date: waiving.date }),
    suppressed: sumCounts([...analysis.judged.flatMap((part) => part.suppressed), ...countSuppressed([...suppressedBefore, ...baselined.suppressed])].filter(({ rule }) => !off.has(rule))),
    ...(listSuppressed && { suppressedFindings: configured([...analysis.judged.flatMap((part) => part.suppressedFindings), ...suppressedBefore, ...baselined.suppressed]) }),
    results: completeResults({ controls, decided, endpoints: analysis.linked.endpoints, results: [...analysis.judged.flatMap((part) => part.results), ...(history?.results ?? []), ...unjudged(plugins, { history: history !== undefined, tree: !discovery.store })].sort(compareResults), errors: analysis.errors }).sort(compareResults),
    outcomes,
    coverage: {
      listed: discovery.files.length + leftOut,
      bytes: discovery.files.reduce((total, { size }) => total + size, 0),
      analysed,
      parsed: analysis.parsed,
      damaged: analysis.linked.damaged.length,
      skipped: ofFiles("skipped"),
      failed: ofFiles("failed"),
      link: analysis.linked.coverage,
    },
    ...(baseline !== undefined && { baseline: baselined.use }),
    ...(history !== undefined && { history: history.coverage }),
    // A cache that could not be used costs time and no results.
    status: outcomes.some((outcome) => outcome.status === "failed" && outcome.stage !== "cache") ? "partial" : "complete",
    limits,
  };
}

/** What a waiver is bound to where no definition is known: the whole file. A secret's fingerprint is bound to the secret. */
function codeOf({ code, showCode, span }: Omit<Finding, "fix">, blobOf: MergeInput["blobOf"]): Pick<Finding, "code"> {
  const bound = code ?? (showCode ? blobOf(span.path) : undefined);
  return bound === undefined ? {} : { code: bound };
}

/** A fix bound to the contents of its files. One of a file that was not scanned cannot be held to anything, and is none. */
function fixOf(fix: Fix | undefined, blobOf: MergeInput["blobOf"]): Pick<Finding, "fix"> {
  if (fix === undefined) return {};
  const edits = fix.edits.flatMap((edit) => {
    const blob = blobOf(edit.span.path);
    return blob === undefined ? [] : [{ ...edit, blob }];
  });
  return edits.length < fix.edits.length ? {} : { fix: { title: fix.title, edits } };
}

/** One outcome for each plugin that has none of its own yet: so that each is seen to have taken part. */
function pluginOutcomes(plugins: readonly LoadedPlugin[], outcomes: readonly Outcome[]): Outcome[] {
  return plugins.flatMap(({ plugin }): Outcome[] => {
    const own = outcomes.filter((outcome) => outcome.plugin === plugin.name && outcome.status === "failed");
    if (own.some((outcome) => outcome.path === undefined)) return [];
    const stage = plugin.analysis !== undefined ? "judge" : plugin.linkers !== undefined || plugin.frameworks !== undefined ? "link" : "extract";
    if (own.length === 0) return [{ stage, plugin: plugin.name, status: "complete", reason: "" }];
    return [{ stage, plugin: plugin.name, status: "partial", reason: `${own.length === 1 ? "One file was" : `${own.length} files were`} not analysed: see there.` }];
  });
}

/** The controls that the plugins speak of, in the catalogue's order. */
function controlsIn(plugins: readonly LoadedPlugin[]): Control[] {
  const analyses = plugins.flatMap(({ plugin: { analysis, history } }) => [analysis ?? [], history ?? []].flat());
  const ids = new Set(analyses.flatMap(({ controls, rules }) => [...controls.map((judge) => judge.control), ...rules.flatMap((rule) => rule.meta.controls)]));
  return controlCatalogue.filter((control) => ids.has(control.id));
}

function compareResults(a: ControlResult, b: ControlResult): number {
  return compareText(a.control, b.control) || compareText(a.endpoint ?? "", b.endpoint ?? "") || (a.span && b.span ? compareSpans(a.span, b.span) : 0) || compareText(a.status, b.status) || compareText(a.reason, b.reason);
}

const stages: readonly Outcome["stage"][] = ["discover", "read", "extract", "link", "judge", "history", "cache"];

function compareOutcomes(a: Outcome, b: Outcome): number {
  return stages.indexOf(a.stage) - stages.indexOf(b.stage) || compareText(a.plugin ?? "", b.plugin ?? "") || compareText(a.path ?? "", b.path ?? "") || compareText(a.status, b.status) || compareText(a.reason, b.reason);
}
