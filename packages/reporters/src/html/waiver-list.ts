import type { ScanResult } from "@muster/contract";
import { count } from "../text/layout.ts";
import { needsWork, waiversByNeed, waiverText } from "../waiver-lines.ts";
import { html, nothing, prose, type Markup } from "./markup.ts";
import { place } from "./steps.ts";

/** Waivers and approvals with what became of each, and the findings that they cover. */
export function waiverList(result: ScanResult): Markup {
  const { waivers, waived, date } = result;
  if (waivers.length === 0) return nothing;
  return html`<section id="waivers"><h2>Waivers and approvals${date === undefined ? "" : `, as of ${date}`}</h2><ul>${waiversByNeed(result).map((state) => html`<li class="${needsWork(state) ? "warn" : ""}">${waiverText(state)}</li>`)}</ul>${waived.length === 0 ? nothing : html`<h3>${count(waived.length, "finding")} waived</h3><ul>${waived.map(({ fingerprint, span, message, rule, waiver }) => html`<li id="f-${fingerprint}">${place(span)} ${prose(message)} <span class="faint">${rule}: ${waiver.reason} ${waiver.owner}, until ${waiver.expires}</span></li>`)}</ul>`}</section>
`;
}
