import type { Control, ControlStatus } from "@muster/contract";
import type { ControlMatrix } from "../controls/control-matrix.ts";
import { lookOf, statusLooks } from "../controls/control-status.ts";
import { mappingsOf } from "../controls/mappings.ts";
import { figure } from "../text/layout.ts";
import type { SourceLines } from "../code/source-lines.ts";
import { html, nothing, prose, type Markup } from "./markup.ts";
import { stepList } from "./steps.ts";
import { bar } from "./summary.ts";

/** Each control with its counts, which filter the endpoints below, its mappings with their reasons, and its result for the repository. */
export function controlTable(matrix: ControlMatrix, lines: SourceLines): Markup {
  const byEndpoint = new Set(matrix.columns.map(({ id }) => id));
  const ofRepository = new Map(matrix.repository.map(({ control, results }) => [control.id, results]));
  const rows = matrix.tallies.map(({ control, counts }) => {
    const own = ofRepository.get(control.id) ?? [];
    const results = own.map(({ status, reason, proof }) => html`<p>${statusMark(status)} <b>The repository:</b> ${prose(reason)}</p>${stepList(proof, lines)}`);
    return html`<details class="control"><summary><span class="id">${control.id}</span><span class="says">${control.statement}</span>${tally(control, counts, byEndpoint.has(control.id))}</summary><div class="body">${results}${mappings(control)}</div></details>`;
  });
  return html`<section id="controls"><h2>Controls</h2><p class="hint">Open a control to see what it is mapped to, and why. Its counts filter the endpoints.</p>${rows}</section>`;
}

export function statusMark(status: ControlStatus): Markup {
  const { mark, word } = lookOf(status);
  return html`<span class="s s-${status}" title="${word}">${mark}</span>`;
}

function tally({ id }: Control, counts: ReadonlyMap<ControlStatus, number>, filters: boolean): Markup {
  const parts = statusLooks.map(({ status, word }) => ({ name: word, kind: status, amount: counts.get(status) ?? 0 }));
  const shown = parts.filter(({ amount }) => amount > 0);
  const texts = shown.map(({ name, kind, amount }) => (filters ? html`<button type="button" class="t-${kind}" data-filter="control" data-control="${id}" data-value="${kind}">${figure(amount)} ${name}</button> ` : html`<span class="t-${kind}">${figure(amount)} ${name}</span> `));
  return html`<span class="tally">${bar(parts)}<span class="counts">${texts}</span></span>`;
}

function mappings(control: Control): Markup {
  const items = mappingsOf(control);
  return items.length === 0 ? nothing : html`<dl>${items.map(({ name, why }) => html`<dt>${name}</dt><dd>${why}</dd>`)}</dl>`;
}
