import { compareText, type Finding, type RuleMeta } from "@muster/contract";
import { codeFrame } from "../code/code-frame.ts";
import { severityRank } from "../severity.ts";
import { columns, count, cut, hanging, wrap } from "../text/layout.ts";
import { historyLines } from "./history-lines.ts";
import type { Page } from "./page.ts";
import { proofText } from "./proof-text.ts";
import { severityBadge } from "./severity-badge.ts";

/** Findings of one rule shown with their code, and shown as one line each, before the rest is only counted. */
const shownWhole = 3;
const shownBriefly = 8;

interface Group {
  readonly rule: string;
  readonly meta: RuleMeta | undefined;
  /** Worst first, then by place. */
  readonly findings: readonly Finding[];
}

/** Findings, the worst first, one block a rule: so a rule that finds much hides no other. Empty when there are none. */
export function findingSection(page: Page): string {
  const { result, pen } = page;
  if (result.findings.length === 0) return "";
  const blocks = groupByRule(page).map((group) => groupBlock(group, page));
  return `${pen.title("FINDINGS")}\n\n${blocks.join("\n")}`;
}

function groupByRule({ result }: Page): readonly Group[] {
  const metas = new Map(result.rules.map((meta) => [meta.id, meta]));
  const groups = Map.groupBy(result.findings, (finding) => finding.rule);
  return [...groups]
    .map(([rule, findings]) => ({ rule, meta: metas.get(rule), findings: findings.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity)) }))
    .toSorted((a, b) => worst(a) - worst(b) || compareText(a.rule, b.rule));
}

function worst(group: Group): number {
  return Math.min(...new Set(group.findings.map((finding) => severityRank(finding.severity))));
}

function groupBlock(group: Group, page: Page): string {
  const { pen, width } = page;
  const whole = page.everything ? group.findings : group.findings.slice(0, shownWhole);
  const briefly = page.everything ? [] : group.findings.slice(shownWhole, shownWhole + shownBriefly);
  const rest = group.findings.length - whole.length - briefly.length;
  const title = cut(group.meta?.title ?? "", Math.max(width - columns(group.rule) - 18, 20));
  const head = `  ${pen.faint("──")} ${pen.strong(title)}  ${pen.faint(`${group.rule} · ${count(group.findings.length, "finding")}`)}`;
  const lines = [head, ""];
  for (const finding of whole) lines.push(...findingBlock(finding, page), "");
  for (const finding of briefly) lines.push(brieflySaid(finding, page));
  if (briefly.length > 0) lines.push("");
  if (rest > 0) lines.push(`    ${pen.faint(`and ${count(rest, "more finding")} of ${group.rule}: --all shows every one, --format json holds them`)}`, "");
  lines.push(...advice(group.meta, page));
  return `${lines.join("\n")}\n`;
}

function findingBlock(finding: Finding, page: Page): readonly string[] {
  const { pen, width } = page;
  const badge = severityBadge(finding.severity, pen);
  const place = `${finding.span.path}:${finding.span.line}:${finding.span.column}`;
  const room = width - 10 - columns(place) - (finding.confidence === "high" ? 0 : 20);
  const symbol = finding.symbol === "" || room < 12 ? "" : `  in ${cut(finding.symbol, room)}`;
  const doubt = finding.confidence === "high" ? "" : pen.faint(` · ${finding.confidence} confidence`);
  const frame = finding.showCode ? codeFrame(finding.span, page.lines, { pen, width: width - 6, around: 1 }) : [];
  return [
    hanging(`    ${badge}  `, pen.strong(finding.message), width),
    `      ${pen.place(place)}${pen.faint(symbol)}${doubt}`,
    ...(frame.length > 0 ? ["", ...frame.map((line) => `      ${line}`)] : []),
    ...(finding.history === undefined ? [] : historyLines(finding.history, page)),
    ...proofLines(finding, page),
    // What a waiver names.
    ...(page.everything ? [hanging("      ", pen.faint(`finding ${finding.fingerprint}${finding.code === undefined ? "" : ` · code ${finding.code}`}`), width)] : []),
  ];
}

/** The proof chain; what a single step says of the finding's own line needs no place. */
function proofLines(finding: Finding, page: Page): readonly string[] {
  const { pen, width } = page;
  const [first, ...rest] = finding.proof;
  if (first === undefined) return [];
  const label = `      ${pen.faint("how we know")}`;
  const isHere = rest.length === 0 && first.span.path === finding.span.path && first.span.line === finding.span.line;
  return isHere ? ["", hanging(`${label}  `, first.note, width)] : ["", label, ...proofText(finding.proof, "      ", page)];
}

/** One line: place, and the endpoint where there is one, which is shorter than the message. */
function brieflySaid(finding: Finding, { pen, width, result }: Page): string {
  const place = `${finding.span.path}:${finding.span.line}`;
  const endpoint = finding.endpoint === undefined ? undefined : result.endpoints.find((candidate) => candidate.id === finding.endpoint);
  const past = finding.history === undefined || finding.history.inTree ? "" : " (gone from the tree)";
  const said = endpoint === undefined ? `${finding.message}${past}` : `${endpoint.method} ${endpoint.path}`;
  return `    ${severityBadge(finding.severity, pen)}  ${pen.place(place)}  ${cut(said, Math.max(width - columns(place) - finding.severity.length - 8, 30))}`;
}

function advice(meta: RuleMeta | undefined, { pen, width }: Page): readonly string[] {
  if (meta === undefined) return [];
  const maps = [...meta.controls, ...meta.owasp.map((id) => `OWASP ${id}:2023`), ...meta.cwe.map((id) => `CWE-${id}`)].join(" · ");
  const tell = (label: string, text: string): string =>
    wrap(text, width - 12)
      .map((line, index) => (index === 0 ? `    ${pen.faint(label.padEnd(6))}  ${line}` : `            ${line}`))
      .join("\n");
  return [tell("why", meta.why), tell("mend", meta.mend), `    ${pen.faint(`maps    ${maps}`)}`];
}
