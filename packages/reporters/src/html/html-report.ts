import type { ScanResult } from "@muster/contract";
import { sourceLines } from "../code/source-lines.ts";
import type { SourceReader } from "../code/source-reader.ts";
import { controlMatrix } from "../controls/control-matrix.ts";
import { sanitiseDeep } from "../text/sanitise.ts";
import { controlTable } from "./control-table.ts";
import { endpointList } from "./endpoint-list.ts";
import { findingList } from "./finding-list.ts";
import { gapList } from "./gap-list.ts";
import { asset, htmlPage } from "./html-page.ts";
import { html } from "./markup.ts";
import { figures, heading } from "./summary.ts";

export interface HtmlOptions {
  readonly source: SourceReader;
}

/**
 * One page that needs nothing else: no network, no other file. All text of the scanned code is escaped; should some of
 * it still become markup, the page's policy lets no script and no style run but the two of the page, known by their hash,
 * and nothing be loaded or sent.
 */
export function renderHtml(result: ScanResult, options: HtmlOptions): string {
  const page = sanitiseDeep(result);
  const lines = sourceLines(result, options.source);
  const matrix = controlMatrix(page);
  const style = `:root { --columns: ${matrix.columns.length}; }\n${asset("page.css")}`;
  const body = html`${heading(page)}
<main>
${figures(page)}
${controlTable(matrix, lines)}
${findingList(page, lines)}
${endpointList(page, matrix, lines)}
${gapList(page)}
</main>`;
  return htmlPage({ title: `${page.target.name}: endpoints and controls`, style, script: asset("page.js"), body });
}
