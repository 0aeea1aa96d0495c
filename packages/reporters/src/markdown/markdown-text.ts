import { sanitise } from "../text/sanitise.ts";

/**
 * Text of scanned code as Markdown that shows it as it is: no markup, no link, no HTML, no mention of a person or an
 * issue (a mention in a comment sends a message). What stands between two backticks becomes a code span.
 */
export function markdownText(text: string): string {
  return text
    .split(/`([^`]+)`/u)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part) : plainText(part)))
    .join("");
}

function plainText(text: string): string {
  return sanitise(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_[\]#|~$^]/gu, (character) => `\\${character}`)
    .replaceAll("@", "&#64;")
    .replaceAll(/\b(https?|ftp|mailto|www)(?=[:.])/giu, "$1&#8203;")
    .replace(/^(\s*)([-+=])/u, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/u, "$1\\$2");
}

/** The same in a code span, which a backtick inside cannot end (CommonMark §6.1); `|` would end a table's cell. */
export function markdownCode(text: string): string {
  const plain = sanitise(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...plain.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${plain === "" ? " " : plain}${fence}` : `${fence} ${plain} ${fence}`;
}

/** A table; the cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
