import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { html, Markup, nothing } from "./markup.ts";

export interface PageParts {
  readonly title: string;
  /** Both are ours, and hold no `</`. */
  readonly style: string;
  readonly script?: string;
  readonly body: Markup;
}

/**
 * A page that needs nothing else, and whose policy lets no style and no script run but its own, known by their hash, and
 * nothing be loaded or sent.
 */
export function htmlPage({ title, style, script, body }: PageParts): string {
  const policy = `default-src 'none'; style-src '${integrity(style)}';${script === undefined ? "" : ` script-src '${integrity(script)}';`} base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}
${script === undefined ? nothing : html`<script>${new Markup(script)}</script>
`}</body>
</html>
`.text;
}

/** A file of the page's own. */
export function asset(name: string): string {
  return readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8");
}

function integrity(text: string): string {
  return `sha256-${hash("sha256", text, "base64")}`;
}
