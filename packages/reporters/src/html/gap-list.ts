import type { ScanResult } from "@muster/contract";
import { configurationLines } from "../configuration-lines.ts";
import { figure } from "../text/layout.ts";
import { html, nothing, prose, type Markup } from "./markup.ts";
import { waiverList } from "./waiver-list.ts";
import { place } from "./steps.ts";

/** What was not analysed, and what a configuration changed: a clean result says nothing without it. */
export function gapList(result: ScanResult): Markup {
  const { coverage, outcomes, configuration, limits, suppressed } = result;
  const lost = outcomes.filter(({ status }) => status !== "complete");
  const { unresolved } = coverage.link;
  const files = lost.map((outcome) => html`<li><b>${outcome.status}</b> ${outcome.path === undefined ? html`${outcome.plugin ?? outcome.stage}` : html`<code class="place">${outcome.path}</code>`}: ${prose(outcome.reason)}</li>`);
  const places = unresolved.map((item) => html`<li><b>${item.what}</b> ${place(item.span)}: ${prose(item.reason)}</li>`);
  return html`<section id="gaps"><h2>Not analysed</h2>${files.length + places.length === 0 ? html`<p>Nothing that Muster knows of.</p>` : html`<ul>${files}${places}</ul>`}</section>
${waiverList(result)}${suppressed.length === 0 ? nothing : html`<section id="suppressed"><h2>Left out</h2><ul>${suppressed.map(({ rule, by, what, count: amount }) => html`<li>${figure(amount)} of ${rule}, by ${by === "rule" ? "the rule itself" : by}: ${what}</li>`)}</ul></section>`}
${configuration === undefined ? nothing : html`<section id="configuration"><h2>Configuration</h2><p>${configuration.origin === "repository" ? "From the scanned repository itself" : "Named by the operator"}: <code>${configuration.file}</code></p><ul>${configurationLines(configuration).map((line) => html`<li>${line}</li>`)}</ul></section>`}
<section id="limits"><h2>Limits</h2><ul>${limits.map((text) => html`<li>${text}</li>`)}</ul></section>`;
}
