import { compareText, type ConfigurationEffect, type Outcome, type Posture, type SuppressedCount } from "@muster/contract";
import { configurationLines } from "../configuration-lines.ts";
import { controlMatrix } from "../controls/control-matrix.ts";
import { severities } from "../severity.ts";
import { columns, count, figure, hanging } from "../text/layout.ts";
import { needsWork, waiversByNeed, waiverText } from "../waiver-lines.ts";
import { tallyText } from "./control-report.ts";
import type { Page } from "./page.ts";
import { postureMark } from "./posture-mark.ts";

/** Places without resolution, and kinds of skipped files, that are named before the rest is only counted. */
const named = 8;

/** What was found, and what was looked at: a clean result without its coverage says nothing. */
export function summarySection(page: Page, subject: "everything" | "inventory" | "secrets" = "everything"): string {
  const { result, pen } = page;
  const rows: [string, readonly string[]][] = [
    ["endpoints", subject === "secrets" ? [] : endpointRow(page)],
    ["findings", subject === "inventory" ? [] : findingRow(page)],
    ["suppressed", subject === "inventory" ? [] : suppressedRows(page)],
    ["waivers", subject === "inventory" ? [] : waiverRows(page)],
    ["controls", subject === "inventory" ? [] : controlRows(page)],
    ["files", fileRows(page)],
    ["history", historyRows(page)],
    ["baseline", baselineRows(page)],
    ["linking", subject === "secrets" ? [] : linkRows(page)],
    ["unresolved", unresolvedRows(page)],
    ["not done", partRows(page)],
    ["config", result.configuration === undefined ? [] : [configurationText(result.configuration, page)]],
    ["limits", result.limits.slice(0, 1).map(pen.faint)],
  ];
  const text = rows.flatMap(([label, lines]) => lines.map((line, index) => hanging(`  ${pen.faint((index === 0 ? label : "").padEnd(11))} `, line, page.width)));
  return `${pen.title("SUMMARY")}\n\n${text.join("\n")}\n`;
}

function endpointRow({ result, pen }: Page): readonly string[] {
  const tally = (posture: Posture): string => `${postureMark(posture, pen)} ${figure(result.endpoints.filter((endpoint) => endpoint.posture === posture).length)} ${posture}`;
  const total = `${figure(result.endpoints.length)} in ${count(result.applications.length, "application")}`;
  return [result.endpoints.length === 0 ? total : `${total}:  ${tally("protected")}   ${tally("public")}   ${tally("unknown")}`];
}

function findingRow({ result }: Page): readonly string[] {
  const bySeverity = Map.groupBy(result.findings, (finding) => finding.severity);
  const parts = severities.flatMap((severity) => {
    const amount = bySeverity.get(severity)?.length ?? 0;
    return amount === 0 ? [] : [`${figure(amount)} ${severity}`];
  });
  return [parts.length === 0 ? "none" : `${figure(result.findings.length)}: ${parts.join(", ")}`];
}

/** What was left out, and by whom: a clean result because of it must not look like one without. */
function suppressedRows({ result, pen }: Page): readonly string[] {
  if (result.suppressed.length === 0) return [];
  const tally = (counts: readonly SuppressedCount[]): number => counts.reduce((total, { count: amount }) => total + amount, 0);
  const groups = Object.entries(Object.groupBy(result.suppressed, ({ by }) => by)).toSorted(([a], [b]) => compareText(a, b));
  const hint = result.suppressedFindings === undefined ? pen.faint(" (--show-suppressed lists each)") : "";
  const rows = groups.map(([by, counts]) => {
    const kinds = [...Map.groupBy(counts, ({ what }) => what)].toSorted(([a, one], [b, two]) => tally(two) - tally(one) || compareText(a, b));
    return `${figure(tally(counts))} by ${suppressors[by] ?? by}: ${kinds.map(([what, items]) => `${figure(tally(items))} ${what}`).join(", ")}`;
  });
  return rows.map((row, index) => (index === rows.length - 1 ? row + hint : row));
}

const suppressors: Readonly<Record<string, string>> = { rule: "their rules", comment: "comments beside them", baseline: "the baseline" };

/** Those that want something are named; of the others all, where everything is asked for. */
function waiverRows({ result, pen, everything }: Page): readonly string[] {
  if (result.waivers.length === 0) return [];
  const holding = result.waivers.filter(({ status }) => status === "active" || status === "expiring");
  const shown = waiversByNeed(result).filter((state) => everything || needsWork(state)).slice(0, everything ? undefined : named);
  const rest = result.waivers.length - shown.length;
  return [`${count(result.waived.length, "finding")} waived; ${holding.length} of ${count(result.waivers.length, "waiver or approval", "waivers and approvals")} hold`, ...shown.map((state) => (needsWork(state) ? pen.warn : pen.faint)(waiverText(state))), ...(rest > 0 ? [pen.faint(`${figure(rest)} more: --all`)] : [])];
}

function controlRows(page: Page): readonly string[] {
  const counted = controlMatrix(page.result).tallies.filter(({ counts }) => [...counts.values()].some((amount) => amount > 0));
  const width = Math.max(0, ...counted.map(({ control }) => columns(control.id)));
  return counted.map(({ control, counts }) => `${control.id.padEnd(width)}  ${tallyText(counts, page)}`);
}

function fileRows({ result, pen, everything }: Page): readonly string[] {
  const { coverage } = result;
  const parts = [`${figure(coverage.analysed)} analysed`, `${figure(coverage.parsed)} parsed`];
  if (coverage.damaged > 0) parts.push(pen.unsure(`${figure(coverage.damaged)} with syntax errors`));
  if (coverage.skipped > 0) parts.push(pen.unsure(`${figure(coverage.skipped)} skipped`));
  if (coverage.failed > 0) parts.push(pen.bad(`${figure(coverage.failed)} failed`));
  const lost = result.outcomes.filter((outcome) => outcome.path !== undefined && outcome.status !== "complete");
  return [`${figure(coverage.listed)} listed (${bytes(coverage.bytes)}): ${parts.join(", ")}`, ...reasons(lost, everything).map((text) => pen.faint(text))];
}

function historyRows({ result: { history }, pen }: Page): readonly string[] {
  if (history === undefined) return [];
  const parts = [`${figure(history.analysed)} looked at`];
  if (history.missing > 0) parts.push(pen.unsure(`${figure(history.missing)} not in this clone`));
  if (history.failed > 0) parts.push(pen.unsure(`${figure(history.failed)} too large or not readable`));
  if (history.pointers > 0) parts.push(pen.unsure(`${count(history.pointers, "pointer")} to Git LFS`));
  const lost = history.unreachable === undefined ? "" : `, ${figure(history.unreachable)} of them reached by no ref`;
  return [`${count(history.commits, "commit")} of ${count(history.refs, "ref")}${lost}${history.shallow ? pen.unsure(", cut off below (shallow)") : ""}: ${count(history.contents, "content")}, ${parts.join(", ")}`];
}

function baselineRows({ result: { baseline }, pen }: Page): readonly string[] {
  if (baseline === undefined) return [];
  const gone = baseline.gone === 0 ? "" : `, ${pen.unsure(`${figure(baseline.gone)} gone: muster baseline takes ${baseline.gone === 1 ? "it" : "them"} out`)}`;
  return [`${count(baseline.entries, "entry", "entries")}${gone}`];
}

/** Outcomes of files by reason: the reason, how often, and the first file it befell. */
function reasons(outcomes: readonly Outcome[], everything: boolean): readonly string[] {
  const groups = [...Map.groupBy(outcomes, (outcome) => `${outcome.status}: ${outcome.reason}`)].toSorted(([a, one], [b, two]) => two.length - one.length || compareText(a, b));
  const shown = everything ? groups : groups.slice(0, named);
  const texts = shown.map(([reason, items]) => {
    const first = items[0]?.path ?? "";
    const rest = items.length - 1;
    return everything ? `${reason} (${items.map((item) => item.path).join(", ")})` : `${reason} (${first}${rest > 0 ? ` and ${figure(rest)} more` : ""})`;
  });
  return groups.length > shown.length ? [...texts, `${count(groups.length - shown.length, "more reason")}: --all`] : texts;
}

function linkRows({ result, pen }: Page): readonly string[] {
  const { mounts, routes } = result.coverage.link;
  if (mounts.resolved + mounts.unresolved + routes.resolved + routes.unresolved === 0) return ["no route and no mount was met"];
  const share = (name: string, part: { readonly resolved: number; readonly unresolved: number }): string => {
    const text = `${figure(part.resolved)} of ${count(part.resolved + part.unresolved, name)} resolved`;
    return part.unresolved > 0 ? pen.unsure(text) : text;
  };
  return [`${share("route", routes)}, ${share("mount", mounts)}`];
}

function unresolvedRows({ result, pen, everything }: Page): readonly string[] {
  const { unresolved } = result.coverage.link;
  if (unresolved.length === 0) return [];
  const shown = everything ? unresolved : unresolved.slice(0, named);
  const rows = shown.map((place) => `${place.what} at ${pen.place(`${place.span.path}:${place.span.line}`)}: ${place.reason}`);
  const rest = unresolved.length - shown.length;
  return [pen.unsure(`${count(unresolved.length, "place")} where knowledge ended; endpoints may be missing or unknown because of them`), ...rows, ...(rest > 0 ? [pen.faint(`and ${figure(rest)} more: --all`)] : [])];
}

/** Plugins and stages that did not do their part. */
function partRows({ result, pen, everything }: Page): readonly string[] {
  const ended = result.outcomes.filter((outcome) => outcome.path === undefined && outcome.status !== "complete");
  const shown = everything ? ended : ended.slice(0, named);
  const rows = shown.map((outcome) => {
    const part = outcome.plugin === undefined ? outcome.stage : `${outcome.stage} of ${outcome.plugin}`;
    return (outcome.status === "failed" ? pen.bad : pen.unsure)(`${part} ${outcome.status}: ${outcome.reason}`);
  });
  return ended.length > shown.length ? [...rows, pen.faint(`and ${figure(ended.length - shown.length)} more: --all`)] : rows;
}

/** What a configuration took away or allowed. */
export function configurationText(effect: ConfigurationEffect, { pen }: Pick<Page, "pen">): string {
  const changes = configurationLines(effect);
  const origin = effect.origin === "repository" ? `from the repository (${effect.file})` : `from ${effect.file}`;
  const text = `${origin}: ${changes.length > 0 ? changes.join("; ") : "takes nothing away"}`;
  return effect.origin === "repository" && changes.length > 0 ? pen.warn(text) : text;
}

function bytes(amount: number): string {
  if (amount < 1000) return `${amount} B`;
  const [unit, size] = amount < 1_000_000 ? ["kB", 1000] : amount < 1_000_000_000 ? ["MB", 1_000_000] : ["GB", 1_000_000_000];
  return `${(amount / size).toFixed(1)} ${unit}`;
}
