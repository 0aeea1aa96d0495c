import type { Stretch, Timeline } from "@muster/contract";
import { asset, htmlPage } from "../html/html-page.ts";
import { html, nothing, prose, type Markup } from "../html/markup.ts";
import { figure } from "../text/layout.ts";
import { sanitiseDeep } from "../text/sanitise.ts";
import { courses } from "./changes.ts";
import { stepPlot } from "./step-plot.ts";

/** Controls and endpoints over time, who brought and who mended what, as one page that needs nothing else. */
export function renderTimelineHtml(timeline: Timeline): string {
  const page = sanitiseDeep(timeline);
  const [first, last] = [page.commits[0], page.commits.at(-1)];
  const body = html`<header><h1>${page.repository}: history of controls</h1><p>${figure(page.commits.length)} commits of the first-parent line, from <code>${first?.commit.slice(0, 12) ?? ""}</code> (${first?.committedAt.slice(0, 10) ?? ""}) to <code>${last?.commit.slice(0, 12) ?? ""}</code> (${last?.committedAt.slice(0, 10) ?? ""}), as committers dated them. Listed by <code>${page.command}</code></p></header>
<main>
${plots(page)}
${deviationList(page)}
${table("Findings", ["rule", "severity", "place", "on", "introduced", "mended"], page.findings.map((one) => [one.rule, one.severity, `${one.path}:${one.line}`, endpointName(page, one.endpoint), ...stretch(page, one)]))}
${table("Controls that did not pass", ["control", "result", "on", "from", "until"], page.results.map((one) => [one.control, one.status, one.endpoint === undefined ? "the repository" : endpointName(page, one.endpoint), ...stretch(page, one)]))}
${table("Endpoints", ["endpoint", "application", "posture", "earlier names", "introduced", "removed"], page.endpoints.map((one) => [`${one.method} ${one.path}`, one.application, one.postures.map(({ posture }) => posture).join(" → "), one.renames.map(({ from }) => from).join(", "), ...stretch(page, one)]))}
<section><h2>Limits</h2>${page.limits.map((text) => html`<p>${prose(text)}</p>`)}</section>
</main>`;
  return htmlPage({ title: `${page.repository}: history of controls`, style: `:root { --columns: 0; }\n${asset("page.css")}\n${asset("timeline.css")}`, body });
}

function plots(timeline: Timeline): Markup {
  const { commits } = timeline;
  return html`<section><h2>Over time</h2>
${stepPlot("Endpoints", [
    { name: "protected", look: "look-good", values: commits.map(({ endpoints }) => endpoints.protected) },
    { name: "public", look: "look-note", values: commits.map(({ endpoints }) => endpoints.public) },
    { name: "unknown", look: "look-unsure", values: commits.map(({ endpoints }) => endpoints.unknown) },
  ])}${courses(timeline).map(({ control, failing, open }) =>
    stepPlot(control, [
      { name: "fails", look: "look-bad", values: failing },
      { name: "not decided", look: "look-unsure", values: open },
    ]),
  )}</section>`;
}

function deviationList({ deviations }: Timeline): Markup {
  if (deviations.length === 0) return nothing;
  return html`<section><h2>Deviations</h2><ul>${deviations.map(({ commit, text }) => html`<li>${commit === undefined ? nothing : html`<code>${commit.slice(0, 12)}</code> `}${prose(text)}</li>`)}</ul></section>`;
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  return html`<section><h2>${title}</h2>${rows.length === 0 ? html`<p>None.</p>` : html`<table class="plain"><thead><tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`}</section>`;
}

function endpointName({ endpoints }: Timeline, id: string | undefined): string {
  const found = id === undefined ? undefined : endpoints.find((endpoint) => endpoint.id === id);
  return found === undefined ? "" : `${found.method} ${found.path}`;
}

function stretch({ commits }: Timeline, { introduced, before, mended }: Stretch): [string, string] {
  const author = (commit: string): string => {
    const by = commits.find((one) => one.commit === commit)?.author;
    return `${commit.slice(0, 12)}${by === undefined ? "" : ` by ${by}`}`;
  };
  return [before === true ? "before" : author(introduced), mended === undefined ? "" : author(mended)];
}
