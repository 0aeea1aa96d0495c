import type { PeriodReport } from "@muster/contract";
import { asset, htmlPage } from "../html/html-page.ts";
import { html, nothing, prose, type Markup } from "../html/markup.ts";
import { sanitiseDeep } from "../text/sanitise.ts";
import { hoursText, percentText, periodStatement, periodTitle, publishedText, scanCounts, verdictText } from "./period-text.ts";

/** The period report as one page that needs nothing else. */
export function renderPeriodHtml(report: PeriodReport): string {
  const page = sanitiseDeep(report);
  const { period, population, completeness, controls, violations, waivers, triage, changes, sample, limits, tool } = page;
  const title = periodTitle(page);
  const body = html`<header><h1>${title}</h1><p>${periodStatement} From <code>${period.from.slice(0, 12)}</code> to <code>${period.to.slice(0, 12)}</code>, by Muster ${tool.version}.</p></header>
<main>
${table("Controls", ["control", "verdict", "operating", "with waivers", "coverage", "why", "supports"], controls.map((one) => [html`<b>${one.control}</b> ${prose(one.statement)}`, html`${verdictText(one)}`, html`${percentText(one.operating)}`, html`${percentText(one.operatingWithWaivers)}`, html`${percentText(one.coverage)}`, html`${prose(one.reason)}${one.since === undefined ? nothing : html` Judged since <code>${one.since.slice(0, 12)}</code>.`}`, html`${one.criteria.map(({ id, why }) => html`<span title="${why}">${id}</span> `)}`]))}
<section><h2>Completeness</h2>${completeness.complete ? html`<p>Nothing is missing.</p>` : html`<ul>${completeness.deviations.map(({ kind, commit, text }) => html`<li><b>${kind}</b> ${commit === undefined ? nothing : html`<code>${commit.slice(0, 12)}</code> `}${prose(text)}</li>`)}</ul>`}${completeness.ledger === undefined ? nothing : html`<p>Ledger <code>${completeness.ledger.name}</code> with ${completeness.ledger.size} records, root <code>${completeness.ledger.root}</code>; ${completeness.pushes} pushes. ${publishedText(page)}</p>`}</section>
${table("Violations", ["control", "on", "introduced", "mended", "time to remediate", "waived"], violations.map((one) => [html`${one.control}`, html`${one.endpoint ?? "the repository"}`, who(one.before === true ? "before the period" : one.introduced.slice(0, 12), one.introducedBy), one.mended === undefined ? html`open` : who(one.mended.slice(0, 12), one.mendedBy), html`${hoursText(one.hours)}${one.until === undefined ? " so far" : ""}`, html`${hoursText(one.waivedHours)}`]))}
${table("Waivers", ["control", "for", "state", "approved", "until", "requester", "approver", "why", "meanwhile", "waived"], waivers.map((one) => [one.control, one.target, one.state, one.approvedAt.slice(0, 10), one.until.slice(0, 10), one.requester, one.approver, one.reason, one.compensating, hoursText(one.waivedHours)].map((cell) => html`${cell}`)))}
${table("Triage", ["finding", "verdict", "state", "decided", "until", "requester", "approver", "why"], triage.map((one) => [html`<code>${one.finding.slice(0, 12)}</code>`, ...[one.verdict, one.state, one.decidedAt.slice(0, 10), one.until?.slice(0, 10) ?? "", one.requester, one.approver, one.reason].map((cell) => html`${cell}`)]))}
${table("Changes of Muster, plugins and configuration", ["when", "record", "what"], changes.map(({ at, sequence, text }) => [html`${at}`, html`${sequence}`, html`${text}`]))}
<section><h2>Population</h2><p>${population.units.length} states of the branch: ${scanCounts(population.units)}. Listed by <code>${population.command}</code></p></section>
<section><h2>Sample</h2><p>Drawn with the seed <code>${sample.seed}</code>.</p><ul>${[...sample.commits, ...sample.endpoints].map((name) => html`<li><code>${name}</code></li>`)}</ul></section>
<section><h2>Limits</h2>${limits.map((text) => html`<p>${prose(text)}</p>`)}</section>
</main>`;
  return htmlPage({ title, style: `:root { --columns: 0; }\n${asset("page.css")}\n${asset("timeline.css")}`, body });
}

function table(title: string, head: readonly string[], rows: readonly (readonly Markup[])[]): Markup {
  return html`<section><h2>${title}</h2>${rows.length === 0 ? html`<p>None.</p>` : html`<table class="plain"><thead><tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`}</section>`;
}

function who(what: string, by: string | undefined): Markup {
  return html`<code>${what}</code>${by === undefined ? nothing : html` by ${by}`}`;
}
