import type { ScanResult } from "@muster/contract";
import { severities } from "../severity.ts";
import { count, figure } from "../text/layout.ts";
import { html, nothing, type Markup } from "./markup.ts";

export function heading({ target, tool, status }: ScanResult): Markup {
  const { commit, dirty } = target;
  const state = commit === undefined ? nothing : html` at commit <code>${commit.slice(0, 12)}</code>${dirty === true ? ", with changes" : ""}`;
  return html`<header><h1>${target.name}</h1><p>Endpoints and controls${state} · Muster ${tool.version}</p>${status === "partial" ? html`<p class="alarm">The scan is not complete. <a href="#gaps">What is missing</a></p>` : nothing}<nav><a href="#controls">Controls</a> <a href="#findings">Findings</a> <a href="#endpoints">Endpoints</a> <a href="#gaps">Not analysed</a> <a href="#limits">Limits</a></nav></header>`;
}

/** The figures that one looks at first. */
export function figures({ endpoints, applications, findings, coverage }: ScanResult): Markup {
  const postures = (["protected", "public", "unknown"] as const).map((posture) => ({ name: posture, kind: posture, amount: endpoints.filter((endpoint) => endpoint.posture === posture).length }));
  const bySeverity = severities.map((severity) => ({ name: severity, kind: severity, amount: findings.filter((finding) => finding.severity === severity).length }));
  const { routes, mounts } = coverage.link;
  const lost = routes.unresolved + mounts.unresolved;
  return html`<section class="figures">
<div class="card"><h2>${count(endpoints.length, "endpoint")}</h2>${bar(postures)}${legend(postures, "posture")}<p class="faint">in ${count(applications.length, "application")}</p></div>
<div class="card"><h2>${count(findings.length, "finding")}</h2>${bar(bySeverity)}${legend(bySeverity.filter(({ amount }) => amount > 0), "severity")}</div>
<div class="card"><h2>What was looked at</h2><p>${figure(coverage.analysed)} of ${count(coverage.listed, "file")} analysed, ${figure(coverage.parsed)} parsed</p><p>${figure(routes.resolved)} of ${count(routes.resolved + routes.unresolved, "route")} and ${figure(mounts.resolved)} of ${count(mounts.resolved + mounts.unresolved, "mount")} resolved</p>${lost > 0 || coverage.failed + coverage.skipped + coverage.damaged > 0 ? html`<p><a href="#gaps">What was not</a></p>` : nothing}</div>
</section>`;
}

interface Part {
  readonly name: string;
  readonly kind: string;
  readonly amount: number;
}

/** A stacked bar. Drawn as SVG, since the page's policy allows no style attribute. */
export function bar(parts: readonly Part[]): Markup {
  const total = parts.reduce((sum, { amount }) => sum + amount, 0);
  if (total === 0) return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="none" width="100" height="1"/></svg>`;
  let from = 0;
  const pieces = parts.flatMap(({ kind, amount }) => {
    const width = (100 * amount) / total;
    const x = from;
    from += width;
    return amount === 0 ? [] : [html`<rect class="fill-${kind}" x="${x.toFixed(3)}" width="${width.toFixed(3)}" height="1"/>`];
  });
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}

function legend(parts: readonly Part[], filter: string): Markup {
  return html`<p class="legend">${parts.map(({ name, kind, amount }) => html`<button type="button" data-filter="${filter}" data-value="${name}"><b class="dot fill-${kind}"></b>${figure(amount)} ${name}</button> `)}</p>`;
}
