import type { Control, RuleMeta } from "@muster/contract";
import { columns, wrap } from "../text/layout.ts";
import { createPen, type Pen } from "../text/pen.ts";
import { severityBadge } from "./severity-badge.ts";

export interface RulePageOptions {
  readonly colour: boolean;
  readonly width: number;
}

/** Every rule, one line each, grouped by plugin. Ends with a line break. */
export function renderRuleList(rules: readonly RuleMeta[], options: RulePageOptions): string {
  const pen = createPen(options.colour);
  const width = Math.max(0, ...rules.map((rule) => columns(rule.id)));
  const groups = Map.groupBy(rules, (rule) => rule.id.split("/")[0] ?? "");
  const blocks = [...groups].map(([plugin, items]) =>
    [pen.title(plugin), ...items.map((rule) => `  ${rule.id.padEnd(width)}  ${severityBadge(rule.severity, pen)}${" ".repeat(Math.max(0, 10 - rule.severity.length))}${rule.title}${rule.stability === "preview" ? pen.faint(" (preview)") : ""}`)].join("\n"),
  );
  return `\n${blocks.join("\n\n")}\n\n${pen.faint("muster rules <id> shows why a rule matters and how to mend what it finds.")}\n`;
}

/**
 * One rule: why it matters, how to mend it, what it is mapped to and why; then the sections of its document (Markdown),
 * which show by example what it finds. Ends with a line break.
 */
export function renderRulePage(rule: RuleMeta, controls: readonly Control[], options: RulePageOptions & { readonly document?: string }): string {
  const pen = createPen(options.colour);
  const width = Math.max(60, Math.min(options.width, 100));
  const paragraph = (title: string, text: string): readonly string[] => ["", pen.title(title), ...text.split("\n").flatMap((line) => wrap(line, width - 2).map((part) => `  ${part}`.trimEnd()))];
  const supported = controls.filter((control) => rule.controls.includes(control.id));
  return `${[
    "",
    `${pen.strong(rule.title)}  ${pen.faint(rule.id)}`,
    `${severityBadge(rule.severity, pen)} ${pen.faint(`· ${rule.confidence} confidence · ${rule.stability}`)}`,
    ...paragraph("WHY", rule.why),
    ...paragraph("MEND", rule.mend),
    ...paragraph("SAYS", Object.values(rule.messages).map((message) => `- ${message}`).join("\n")),
    ...(supported.length > 0 ? ["", pen.title("CONTROLS")] : []),
    ...supported.flatMap((control) => [
      ...wrap(`${control.id}  ${control.statement}`, width - 2).map((line) => `  ${line}`),
      ...control.criteria.flatMap((criterion) => wrap(`supports ${criterion.id}: ${criterion.why}`, width - 4).map((line) => `    ${pen.faint(line)}`)),
    ]),
    "",
    pen.faint([...rule.owasp.map((id) => `OWASP ${id}:2023`), ...rule.cwe.map((id) => `CWE-${id}`)].join(" · ")),
    ...(options.document === undefined ? [] : documentSections(options.document, pen, width)),
  ].join("\n")}\n`;
}

/** Sections from the first `##` on; what stands before them is said above. */
function documentSections(document: string, pen: Pen, width: number): readonly string[] {
  const start = document.search(/^## /mu);
  if (start < 0) return [];
  const lines = document.slice(start).trimEnd().split(/\r?\n/u);
  let inCode = false;
  const shown = lines.flatMap((line) => {
    if (line.startsWith("```")) {
      inCode = !inCode;
      return [];
    }
    if (inCode) return [line === "" ? "" : `    ${line}`];
    return line.startsWith("## ") ? [pen.title(line.slice(3).toUpperCase())] : wrap(line, width - 2).map((part) => (part === "" ? "" : `  ${part}`));
  });
  return ["", ...shown];
}
