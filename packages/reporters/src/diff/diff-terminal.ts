import type { ScanResult } from "@muster/contract";
import { reaches, type Threshold } from "../severity.ts";
import { findingSection } from "../terminal/finding-section.ts";
import { createPage, type TerminalOptions } from "../terminal/page.ts";
import { postureMark } from "../terminal/posture-mark.ts";
import { severityBadge } from "../terminal/severity-badge.ts";
import { count, figure, hanging, pad } from "../text/layout.ts";
import { createPen, type Pen } from "../text/pen.ts";
import { sanitiseDeep } from "../text/sanitise.ts";
import type { DiffSide, EndpointChange, EndpointState, ScanDiff } from "./scan-diff.ts";

/** What changed, for people: endpoints, what is new with its code, what is fixed, and the verdict. Ends with a line break. */
export function renderDiff(diff: ScanDiff, after: ScanResult, options: TerminalOptions & { readonly failOn: Threshold }): string {
  const safe = sanitiseDeep(diff);
  const pen = createPen(options.colour);
  const width = Math.max(60, Math.min(options.width, 120));
  const sections = [heading(safe, pen), endpoints(safe, pen, width), findings(safe, diff, after, options, pen, width), notes(safe, pen, width), verdict(safe, options.failOn, pen)];
  return `\n${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function heading({ before, after }: ScanDiff, pen: Pen): string {
  return `${pen.title("CHANGES")}   ${pen.strong(after.name)}  ${pen.faint(`from ${sideText(before)} to ${sideText(after)}`)}`;
}

export function sideText({ commit, dirty, name }: DiffSide): string {
  return commit === undefined ? name : `${commit.slice(0, 12)}${dirty === true ? " with changes" : ""}`;
}

function endpoints({ endpoints: { added, removed, renamed, changed, unchanged } }: ScanDiff, pen: Pen, width: number): string {
  const counts = [`${figure(added.length)} added`, `${figure(removed.length)} removed`, `${figure(renamed.length)} renamed`, `${figure(changed.length)} changed in posture or guards`, `${figure(unchanged)} unchanged`];
  const name = ({ method, path }: EndpointState): string => `${method} ${path}`;
  const row = (mark: string, endpoint: EndpointState): string => hanging(`  ${mark} ${postureMark(endpoint.posture, pen)} `, `${pad(name(endpoint), 40)}  ${pen.faint(endpoint.guards)}`, width);
  const turned = ({ before, after }: EndpointChange): string => hanging(`  ${pen.warn("~")} ${postureMark(after.posture, pen)} `, `${name(after)}: ${before.posture === after.posture ? before.posture : `${before.posture} → ${pen.strong(after.posture)}`} (${before.guards} → ${after.guards})`, width);
  const lines = [
    ...added.map((endpoint) => row(pen.good("+"), endpoint)),
    ...removed.map((endpoint) => row(pen.bad("-"), endpoint)),
    ...renamed.map(({ before, after }) => hanging(`  ${pen.note("→")} ${postureMark(after.posture, pen)} `, `${name(before)} → ${name(after)}`, width)),
    ...changed.map(turned),
  ];
  return [`${pen.title("ENDPOINTS")}   ${counts.join(" · ")}`, ...(lines.length > 0 ? ["", ...lines] : [])].join("\n");
}

function findings(safe: ScanDiff, diff: ScanDiff, after: ScanResult, options: TerminalOptions, pen: Pen, width: number): string {
  const { new: fresh, fixed, unchanged } = safe.findings;
  const title = `${pen.title("FINDINGS")}   ${figure(fresh.length)} new · ${figure(fixed.length)} fixed · ${figure(unchanged)} unchanged`;
  // Lines that hold secrets are withheld by all findings of the scan, and not by the new ones alone.
  const page = { ...createPage(after, options), result: { ...sanitiseDeep(after), findings: sanitiseDeep(diff.findings.new) } };
  const shown = fresh.length === 0 ? [] : ["", findingSection(page).split("\n").slice(2).join("\n").trimEnd()];
  const mended = fixed.map(({ severity, message, span }) => hanging(`  ${pen.good("✓")} ${severityBadge(severity, pen)}  `, `${pen.place(`${span.path}:${span.line}`)}  ${message}`, width));
  return [title, ...shown, ...(mended.length > 0 ? ["", `  ${pen.strong("fixed")}`, ...mended] : [])].join("\n");
}

function notes({ notes: texts }: ScanDiff, pen: Pen, width: number): string {
  return texts.map((text) => hanging("  ", pen.warn(text), width)).join("\n");
}

function verdict({ findings: { new: fresh }, after, before }: ScanDiff, failOn: Threshold, pen: Pen): string {
  const failing = fresh.filter((finding) => reaches(finding, failOn)).length;
  const limit = failOn === "critical" || failOn === "none" ? failOn : `${failOn} or above`;
  if (after.status === "partial" || before.status === "partial") return pen.bad("✗ A scan is not complete: what changed is not known in full.");
  if (failing > 0) return pen.bad(`✗ ${count(failing, "new finding")} at ${limit}.`);
  return pen.good(`✓ No new finding at ${limit}${fresh.length > 0 ? `; ${figure(fresh.length)} below it` : ""}.`);
}
