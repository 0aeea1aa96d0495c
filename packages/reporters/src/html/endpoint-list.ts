import type { Control, ControlResult, Endpoint, Finding, ScanResult, Step } from "@muster/contract";
import type { ControlMatrix, MatrixRow } from "../controls/control-matrix.ts";
import { lookOf, statusLooks } from "../controls/control-status.ts";
import type { SourceLines } from "../code/source-lines.ts";
import { guardText } from "../terminal/guard-text.ts";
import { statusMark } from "./control-table.ts";
import { html, nothing, prose, type Markup } from "./markup.ts";
import { place, stepList } from "./steps.ts";

/** Every endpoint as a row of the matrix; its proof opens below it. */
export function endpointList(result: ScanResult, { columns, rows }: ControlMatrix, lines: SourceLines): Markup {
  if (rows.length === 0) return html`<section id="endpoints"><h2>Endpoints</h2><p>No endpoint was found. <a href="#gaps">What was not analysed</a> says whether there may be some.</p></section>`;
  const findings = Map.groupBy(result.findings, (finding) => finding.endpoint);
  const groups = Map.groupBy(rows, ({ endpoint }) => endpoint.application);
  const blocks = result.applications.flatMap((application) => {
    const own = groups.get(application.id) ?? [];
    return own.length === 0 ? [] : [html`<div class="application"><h3>${application.name} <span class="faint">${application.title === undefined ? nothing : html`“${application.title}” · `}${application.framework} · ${place(application.span)}</span></h3>${own.map((row) => endpointRow(row, columns, findings.get(row.endpoint.id) ?? [], lines))}</div>`];
  });
  return html`<section id="endpoints"><h2>Endpoints</h2>
<form class="tools" role="search"><input type="search" id="search" placeholder="Path, method or handler" aria-label="Search endpoints" autocomplete="off" spellcheck="false"><select id="posture" aria-label="Posture"><option value="">any posture</option><option>protected</option><option>public</option><option>unknown</option></select><select id="control" aria-label="Control"><option value="">any control</option>${columns.map(({ id }) => html`<option>${id}</option>`)}</select><select id="status" aria-label="Result"><option value="">any result</option>${statusLooks.map(({ status, word }) => html`<option value="${status}">${word}</option>`)}</select><button type="reset">Clear</button><button type="button" id="open">Open all</button><output id="shown"></output></form>
<div class="row head" aria-hidden="true"><span>method</span><span>path</span><span>posture</span>${columns.map(({ id }) => html`<span class="column"><span>${id}</span></span>`)}</div>
${blocks}<p class="hint">${statusLooks.map(({ status, mark, word }) => html`<span class="s s-${status}">${mark}</span> ${word}  `)}</p><p id="none" hidden>No endpoint fits.</p></section>`;
}

function endpointRow({ endpoint, cells }: MatrixRow, columns: ControlMatrix["columns"], findings: readonly Finding[], lines: SourceLines): Markup {
  const marks = cells.map(({ control, status }) => {
    const { mark, word } = lookOf(status);
    return html`<span class="s s-${status}" title="${control}: ${word}">${mark}</span>`;
  });
  return html`<details class="endpoint" data-posture="${endpoint.posture}" data-status="${cells.map(({ control, status }) => `${control}:${status}`).join(" ")}" data-handler="${endpoint.handler.symbol}"><summary class="row"><span class="method">${endpoint.method}</span><span class="path">${endpoint.path}</span><span class="posture p-${endpoint.posture}">${endpoint.posture}</span>${marks}</summary><div class="body">${facts(endpoint)}<h4>Why it is ${endpoint.posture}</h4>${stepList(endpoint.proof, lines)}<h4>Controls</h4>${cells.map((cell, place) => controlLine(cell, columns[place]?.criteria ?? [], endpoint.proof, lines))}${findings.length === 0 ? nothing : html`<h4>Findings</h4>${findings.map((finding) => html`<p><a href="#f-${finding.fingerprint}">${finding.severity}: ${prose(finding.message)}</a></p>`)}`}</div></details>
`;
}

function facts(endpoint: Endpoint): Markup {
  const items: readonly (readonly [string, string | Markup])[] = [
    ["handler", html`<code>${endpoint.handler.symbol}</code> ${place(endpoint.handler.span)}`],
    ["guards", prose(guardText(endpoint))],
    ...endpoint.conditions.map((condition): readonly [string, string] => [condition.holds ? "only if" : "unless", condition.text]),
    ...(endpoint.parameters.length === 0 ? [] : [["parameters", endpoint.parameters.map(({ name, in: where }) => `${name} (${where})`).join(", ")] as const]),
    ...(endpoint.deprecated || endpoint.hidden ? [["marks", [...(endpoint.deprecated ? ["deprecated"] : []), ...(endpoint.hidden ? ["left out of the API document"] : [])].join(", ")] as const] : []),
    ...(endpoint.operations ?? []).map(({ kind, name, posture, reason }): readonly [string, string] => [kind, `${name}: ${posture}${reason === undefined ? "" : `, ${reason}`}`]),
  ];
  return html`<dl>${items.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>`;
}

/** Steps that the endpoint's own proof shows are not shown again. */
function controlLine({ control, status, reason, proof }: ControlResult, criteria: Control["criteria"], known: readonly Step[], lines: SourceLines): Markup {
  const own = proof.filter((step) => !known.some((other) => other.note === step.note && other.span.path === step.span.path && other.span.line === step.span.line));
  return html`<div class="verdict">${statusMark(status)} <b>${control}</b>${criteria.length === 0 ? nothing : html` <span class="faint" title="${criteria.map(({ id, why }) => `${id}: ${why}`).join(" ")}">supports ${criteria.map(({ id }) => id).join(", ")}</span>`} ${prose(reason)}${own.length === 0 ? nothing : html`<details><summary>steps</summary>${stepList(own, lines)}</details>`}</div>`;
}
