import { compareText, type Finding, type RuleMeta, type ScanResult } from "@muster/contract";
import type { SourceLines } from "../code/source-lines.ts";
import { severities, severityRank } from "../severity.ts";
import { count } from "../text/layout.ts";
import { html, nothing, prose, type Markup } from "./markup.ts";
import { codeLines, place, stepList } from "./steps.ts";

/** Findings, the worst rule first, each with its code and proof. */
export function findingList({ findings, rules }: ScanResult, lines: SourceLines): Markup {
  if (findings.length === 0) return html`<section id="findings"><h2>Findings</h2><p>None.</p></section>`;
  const metas = new Map(rules.map((rule) => [rule.id, rule]));
  const groups = [...Map.groupBy(findings, (finding) => finding.rule)]
    .map(([rule, items]) => ({ rule, items: items.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity)) }))
    .toSorted((a, b) => rankOf(a.items) - rankOf(b.items) || compareText(a.rule, b.rule));
  return html`<section id="findings"><h2>Findings</h2><form class="tools" id="findings-tools" role="search"><input type="search" id="find" placeholder="Words of a finding, a path, a rule" aria-label="Search findings" autocomplete="off" spellcheck="false"><select id="severity" aria-label="Severity"><option value="">any severity</option>${severities.map((severity) => html`<option>${severity}</option>`)}</select><button type="reset">Clear</button><output id="found"></output></form>${groups.map(({ rule, items }) => ruleBlock(rule, items, metas.get(rule), lines))}</section>`;
}

function rankOf([first]: readonly Finding[]): number {
  return first === undefined ? Number.POSITIVE_INFINITY : severityRank(first.severity);
}

function ruleBlock(rule: string, findings: readonly Finding[], meta: RuleMeta | undefined, lines: SourceLines): Markup {
  const maps = meta === undefined ? "" : [...meta.controls, ...meta.owasp.map((id) => `OWASP ${id}:2023`), ...meta.cwe.map((id) => `CWE-${id}`)].join(" · ");
  return html`<div class="rule"><h3>${meta?.title ?? rule} <span class="faint">${rule} · ${count(findings.length, "finding")}</span></h3>${meta === undefined ? nothing : html`<details class="advice"><summary>Why it matters, and how to mend it</summary><p>${prose(meta.why)}</p><p><b>Mend.</b> ${prose(meta.mend)}</p><p class="faint">${maps}</p></details>`}${findings.map((finding) => findingBlock(finding, lines))}</div>`;
}

function findingBlock(finding: Finding, lines: SourceLines): Markup {
  const doubt = finding.confidence === "high" ? nothing : html` · ${finding.confidence} confidence`;
  return html`<details class="finding" id="f-${finding.fingerprint}" data-severity="${finding.severity}" data-rule="${finding.rule}"><summary><span class="badge b-${finding.severity}">${finding.severity}</span><span>${prose(finding.message)}</span><span class="faint">${place(finding.span)}</span></summary><div class="body"><p class="faint">${finding.symbol}${doubt}</p>${finding.showCode ? codeLines(finding.span, lines, 2) : nothing}${finding.proof.length === 0 ? nothing : html`<h4>How we know</h4>${stepList(finding.proof, lines)}`}${finding.fix === undefined ? nothing : html`<p><b>Mechanical mend.</b> ${prose(finding.fix.title)}. <code>muster fix</code> shows and applies it.</p>`}<p class="faint">fingerprint <code>${finding.fingerprint}</code>${finding.code === undefined ? nothing : html` of code <code>${finding.code}</code>`}</p></div></details>
`;
}
