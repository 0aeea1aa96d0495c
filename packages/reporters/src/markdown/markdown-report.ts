import type { Finding, ScanResult } from "@muster/contract";
import { controlMatrix, isOpen, type ControlMatrix } from "../controls/control-matrix.ts";
import { lookOf, statusLooks } from "../controls/control-status.ts";
import { mappingsOf } from "../controls/mappings.ts";
import { severities } from "../severity.ts";
import { count, figure } from "../text/layout.ts";
import { waiversByNeed, waiverText } from "../waiver-lines.ts";
import { markdownCode, markdownTable, markdownText } from "./markdown-text.ts";

/** Rows of one table, before the rest is only counted: what hosts of repositories still render. */
const mostRows = 500;

/** The report as a Markdown page: summary, controls, findings, endpoints with something to look at, what was not analysed, limits. Ends with a line break. */
export function renderMarkdown(result: ScanResult): string {
  const matrix = controlMatrix(result);
  const sections = [heading(result), controls(matrix), findings(result), waivers(result), endpoints(matrix), repository(matrix), gaps(result), mappings(result), `## Limits\n\n${result.limits.map((text) => `- ${text}`).join("\n")}`];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function heading(result: ScanResult): string {
  const { name, commit, dirty } = result.target;
  const at = commit === undefined ? "" : ` at commit ${markdownCode(commit.slice(0, 12))}${dirty === true ? ", with changes" : ""}`;
  const tally = (posture: string): string => `${figure(result.endpoints.filter((endpoint) => endpoint.posture === posture).length)} ${posture}`;
  const bySeverity = severities.flatMap((severity) => {
    const amount = result.findings.filter((finding) => finding.severity === severity).length;
    return amount === 0 ? [] : [`${figure(amount)} ${severity}`];
  });
  return [
    `# Muster: ${markdownText(name)}`,
    "",
    `Muster ${markdownText(result.tool.version)} of ${markdownText(name)}${at}.${result.status === "partial" ? " **The scan is not complete: see what was not analysed.**" : ""}`,
    "",
    `- Endpoints: ${count(result.endpoints.length, "endpoint")} in ${count(result.applications.length, "application")}: ${tally("protected")}, ${tally("public")}, ${tally("unknown")}`,
    `- Findings: ${bySeverity.length === 0 ? "none" : bySeverity.join(", ")}`,
    ...(result.suppressed.length === 0 ? [] : [`- Left out: ${figure(result.suppressed.reduce((sum, { count: amount }) => sum + amount, 0))} by rules, comments or a baseline`]),
    ...(result.waivers.length === 0 ? [] : [`- Waived: ${count(result.waived.length, "finding")}`]),
  ].join("\n");
}

function controls({ tallies }: ControlMatrix): string {
  const rows = tallies.map(({ control, counts }) => [control.id, control.statement, ...statusLooks.map(({ status }) => String(counts.get(status) ?? 0))]);
  return `## Controls\n\n${markdownTable(["control", "what it asks", ...statusLooks.map(({ mark, word }) => `${mark} ${word}`)], rows)}`;
}

function findings({ findings: all, rules }: ScanResult): string {
  if (all.length === 0) return "";
  const titles = new Map(rules.map((rule) => [rule.id, rule.title]));
  const row = (finding: Finding): readonly string[] => [finding.severity, markdownCode(`${finding.span.path}:${finding.span.line}`), markdownText(finding.message), finding.rule];
  const blocks = severities.flatMap((severity) => all.filter((finding) => finding.severity === severity));
  const used = [...new Set(blocks.map(({ rule }) => rule))].map((rule) => `- ${markdownCode(rule)}: ${markdownText(titles.get(rule) ?? "")}`);
  return `## Findings\n\n${markdownTable(["severity", "place", "what", "rule"], blocks.slice(0, mostRows).map(row))}${leftOut(blocks.length, "finding")}\n\n${used.join("\n")}`;
}

function waivers(result: ScanResult): string {
  if (result.waivers.length === 0) return "";
  const listed = result.waived.map(({ span, message, rule, waiver }) => [markdownCode(`${span.path}:${span.line}`), markdownText(message), rule, markdownText(waiver.reason), markdownText(waiver.owner), waiver.expires]);
  return [`## Waivers and approvals${result.date === undefined ? "" : `, as of ${result.date}`}`, "", ...waiversByNeed(result).map((state) => `- ${markdownText(waiverText(state))}`), ...(listed.length === 0 ? [] : ["", `${count(listed.length, "finding")} waived:`, "", markdownTable(["place", "what", "rule", "reason", "owner", "until"], listed)])].join("\n");
}

function endpoints({ columns, rows }: ControlMatrix): string {
  if (rows.length === 0) return "## Endpoints\n\nNo endpoint was found.";
  const open = rows.filter(isOpen);
  const rest = rows.length - open.length;
  const table = open.slice(0, mostRows).map(({ endpoint, cells }) => [endpoint.method, markdownCode(endpoint.path), endpoint.posture, ...cells.map(({ status }) => lookOf(status).mark)]);
  return [
    "## Endpoints with something to look at",
    "",
    open.length === 0 ? "None." : `${markdownTable(["method", "path", "posture", ...columns.map(({ id }) => id)], table)}${leftOut(open.length, "endpoint")}`,
    ...(rest > 0 ? ["", `${count(rest, "endpoint")} more ${rest === 1 ? "has" : "have"} nothing to look at.`] : []),
  ].join("\n");
}

function leftOut(amount: number, noun: string): string {
  return amount > mostRows ? `\n\n${count(amount - mostRows, `more ${noun}`)}: the JSON and CSV reports hold every one.` : "";
}

function repository({ repository: own }: ControlMatrix): string {
  if (own.length === 0) return "";
  const rows = own.flatMap(({ control, results }) => results.map(({ status, reason }) => [control.id, `${lookOf(status).mark} ${lookOf(status).word}`, markdownText(reason)]));
  return `## Of the repository\n\n${markdownTable(["control", "result", "why"], rows)}`;
}

function gaps({ coverage, outcomes }: ScanResult): string {
  const { link } = coverage;
  const lost = outcomes.filter(({ status }) => status !== "complete");
  const lines = [
    ...lost.slice(0, 50).map((outcome) => `- ${markdownText(outcome.path ?? outcome.plugin ?? outcome.stage)}: ${outcome.status}. ${markdownText(outcome.reason)}`),
    ...link.unresolved.slice(0, 50).map((place) => `- ${markdownCode(`${place.span.path}:${place.span.line}`)}: ${place.what} not resolved. ${markdownText(place.reason)}`),
  ];
  const more = lost.length + link.unresolved.length - lines.length;
  return lines.length === 0 ? "## Not analysed\n\nNothing that Muster knows of." : ["## Not analysed", "", ...lines, ...(more > 0 ? [`- and ${figure(more)} more`] : [])].join("\n");
}

function mappings({ controls: all }: ScanResult): string {
  const items = all.map((control) => [`- **${control.id}** ${control.statement}`, ...mappingsOf(control).map(({ name, why }) => `  - ${name}: ${why}`)].join("\n"));
  return `## What the controls are mapped to, and why\n\n${items.join("\n")}`;
}
