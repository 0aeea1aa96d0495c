import type { Finding } from "@muster/contract";
import { markdownCode, markdownTable, markdownText } from "../markdown/markdown-text.ts";
import { reaches, severities, type Threshold } from "../severity.ts";
import { count, figure } from "../text/layout.ts";
import { sideText } from "./diff-terminal.ts";
import type { EndpointState, ScanDiff } from "./scan-diff.ts";

/** Rows of one table: hosts take comments of some 65,000 characters. */
const mostRows = 40;
/** Characters of one message. */
const longest = 300;

/** What changed, as a comment on a change request. Ends with a line break. */
export function renderDiffMarkdown(diff: ScanDiff, options: { readonly failOn: Threshold }): string {
  const failing = diff.findings.new.filter((finding) => reaches(finding, options.failOn)).length;
  const head = diff.before.status === "partial" || diff.after.status === "partial" ? "✗ A scan is not complete" : failing > 0 ? `✗ ${count(failing, "new finding")}` : "✓ No new finding";
  const sections = [
    `### Muster: ${head}${options.failOn === "none" ? "" : ` at ${options.failOn}${options.failOn === "critical" ? "" : " or above"}`}`,
    `From ${markdownCode(sideText(diff.before))} to ${markdownCode(sideText(diff.after))}.`,
    newFindings(diff.findings.new),
    endpoints(diff),
    fixedFindings(diff.findings.fixed),
    diff.notes.map((note) => `> ${markdownText(note)}`).join("\n"),
    `<sub>${count(diff.endpoints.unchanged, "endpoint")} and ${count(diff.findings.unchanged, "finding")} unchanged. Static analysis shows that a control is present in the code, not that it ran.</sub>`,
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function newFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return "";
  const sorted = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return `**${count(findings.length, "new finding")}**\n\n${markdownTable(["severity", "place", "what", "rule"], sorted.slice(0, mostRows).map(row))}${more(findings.length)}`;
}

function row({ severity, span, message, rule }: Finding): readonly string[] {
  return [severity, markdownCode(`${span.path}:${span.line}`), markdownText(short(message)), rule];
}

function fixedFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return "";
  return `<details><summary>${count(findings.length, "finding")} fixed</summary>\n\n${markdownTable(["severity", "place", "what", "rule"], findings.slice(0, mostRows).map(row))}${more(findings.length)}\n\n</details>`;
}

function endpoints({ endpoints: { added, removed, renamed, changed } }: ScanDiff): string {
  const name = ({ method, path }: EndpointState): string => `${method} ${markdownCode(path)}`;
  const rows = [
    ...changed.map(({ before, after }) => ["changed", name(after), `${before.posture} → ${after.posture}`, `${markdownText(short(before.guards))} → ${markdownText(short(after.guards))}`]),
    ...added.map((endpoint) => ["added", name(endpoint), endpoint.posture, markdownText(short(endpoint.guards))]),
    ...renamed.map(({ before, after }) => ["renamed", `${name(before)} → ${name(after)}`, after.posture, markdownText(short(after.guards))]),
    ...removed.map((endpoint) => ["removed", name(endpoint), endpoint.posture, markdownText(short(endpoint.guards))]),
  ];
  return rows.length === 0 ? "" : `${markdownTable(["", "endpoint", "posture", "guards"], rows.slice(0, mostRows))}${more(rows.length)}`;
}

function more(amount: number): string {
  return amount > mostRows ? `\n\nand ${figure(amount - mostRows)} more` : "";
}

function short(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
