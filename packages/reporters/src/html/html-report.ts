import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ScanResult } from "@muster/contract";
import { sourceLines } from "../code/source-lines.ts";
import type { SourceReader } from "../code/source-reader.ts";
import { controlMatrix } from "../controls/control-matrix.ts";
import { sanitiseDeep } from "../text/sanitise.ts";
import { controlTable } from "./control-table.ts";
import { endpointList } from "./endpoint-list.ts";
import { findingList } from "./finding-list.ts";
import { gapList } from "./gap-list.ts";
import { html, Markup } from "./markup.ts";
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
  const script = asset("page.js");
  const policy = `default-src 'none'; style-src '${integrity(style)}'; script-src '${integrity(script)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${page.target.name}: endpoints and controls</title>
<style>${new Markup(style)}</style>
</head>
<body>
${heading(page)}
<main>
${figures(page)}
${controlTable(matrix, lines)}
${findingList(page, lines)}
${endpointList(page, matrix, lines)}
${gapList(page)}
</main>
<script>${new Markup(script)}</script>
</body>
</html>
`.text;
}

/** Both are ours, and hold no `</`. */
function asset(name: string): string {
  return readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8");
}

function integrity(text: string): string {
  return `sha256-${hash("sha256", text, "base64")}`;
}
