import type { Endpoint, ScanResult } from "@muster/contract";
import { pairEndpoints, pairFindings } from "@muster/scanner/compare";
import { guardText } from "../terminal/guard-text.ts";
import type { DiffSide, EndpointState, ScanDiff } from "./scan-diff.ts";

/** What changed from one scan to another. Waived findings count on neither side: one whose waiver no longer holds is new. */
export function compareResults(before: ScanResult, after: ScanResult): ScanDiff {
  const pairs = pairEndpoints(before, after);
  const all = [...pairs.same, ...pairs.renamed];
  const earlier = new Map(all.map(([old, now]) => [now.id, old.id]));
  const found = pairFindings(before.findings, after.findings, (id) => earlier.get(id));
  const olds = stateOf(before);
  const news = stateOf(after);
  const change = ([old, now]: readonly [Endpoint, Endpoint]): { readonly before: EndpointState; readonly after: EndpointState } => ({ before: olds(old), after: news(now) });
  const changed = all.filter(([old, now]) => protection(old) !== protection(now));
  return {
    schema: "muster.diff/1",
    tool: after.tool,
    before: sideOf(before),
    after: sideOf(after),
    endpoints: {
      added: pairs.added.map(news),
      removed: pairs.removed.map(olds),
      renamed: pairs.renamed.map(change),
      changed: changed.map(change),
      unchanged: pairs.same.filter(([old, now]) => protection(old) === protection(now)).length,
    },
    findings: { new: found.new, fixed: found.fixed, unchanged: found.same.length },
    notes: notesOn(before, after),
  };
}

/** What callers have to bring, in a form that can be compared: not where guards stand, nor in which order. */
function protection(endpoint: Endpoint): string {
  const demands = endpoint.guards.filter(({ verdict }) => verdict !== "none").map(({ name, verdict, requires }) => JSON.stringify([name, verdict, requires]));
  return JSON.stringify([endpoint.posture, [...new Set(demands)].toSorted()]);
}

function stateOf({ applications }: ScanResult): (endpoint: Endpoint) => EndpointState {
  const names = new Map(applications.map(({ id, name }) => [id, name]));
  return (endpoint) => {
    const { id, application, method, path, posture, handler } = endpoint;
    return { id, application: names.get(application) ?? "", method, path, posture, guards: guardText(endpoint), handler };
  };
}

function sideOf({ target: { name, commit, dirty }, status }: ScanResult): DiffSide {
  return { name, ...(commit !== undefined && { commit }), ...(dirty !== undefined && { dirty }), status };
}

function notesOn(before: ScanResult, after: ScanResult): readonly string[] {
  const rulesOf = ({ rules, configuration }: ScanResult): ReadonlySet<string> => new Set(rules.map(({ id }) => id).filter((id) => !configuration?.rulesOff.includes(id)));
  const [olds, news] = [rulesOf(before), rulesOf(after)];
  const lost = [...olds].filter((rule) => !news.has(rule));
  const gained = [...news].filter((rule) => !olds.has(rule));
  return [
    ...(before.status === "partial" ? ["The earlier scan is not complete: some of what is called new may have been there."] : []),
    ...(after.status === "partial" ? ["The later scan is not complete: some of what is called fixed or removed may still be there."] : []),
    ...(before.tool.version !== after.tool.version ? [`The scans are of Muster ${before.tool.version} and ${after.tool.version}.`] : []),
    ...(lost.length > 0 ? [`Only the earlier scan looked for ${lost.join(", ")}.`] : []),
    ...(gained.length > 0 ? [`Only the later scan looked for ${gained.join(", ")}.`] : []),
  ];
}
