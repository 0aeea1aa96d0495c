import type { Control, RuleMeta } from "@muster/contract";
import type { ReportingDescriptor } from "sarif";
import { securitySeverity, sarifLevel } from "./sarif-level.ts";
import { sarifLimits } from "./sarif-limits.ts";

/** A rule as code scanning shows it beside each of its results. */
export function sarifRule(rule: RuleMeta, controls: readonly Control[]): ReportingDescriptor {
  const score = securitySeverity(rule.severity);
  const tags = ["security", ...rule.cwe.map((id) => `external/cwe/cwe-${String(id).padStart(3, "0")}`), ...rule.owasp.map((id) => `external/owasp/${id.toLowerCase()}-2023`), ...rule.controls];
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: helpOf(rule, controls.filter((control) => rule.controls.includes(control.id))),
    defaultConfiguration: { level: sarifLevel(rule.severity) },
    properties: {
      tags: tags.slice(0, sarifLimits.tags),
      precision: rule.confidence === "high" ? "very-high" : rule.confidence === "medium" ? "high" : "medium",
      ...(score === undefined ? {} : { "security-severity": score }),
    },
  };
}

function helpOf(rule: RuleMeta, controls: readonly Control[]): NonNullable<ReportingDescriptor["help"]> {
  const standards = [...rule.owasp.map((id) => `OWASP ${id}:2023`), ...rule.cwe.map((id) => `CWE-${id}`)].join(", ");
  const supports = controls.map((control) => ({
    statement: `${control.id}: ${control.statement}`,
    criteria: control.criteria.map((criterion) => `Supports ${criterion.id}: ${criterion.why}`),
  }));
  const text = [`Why: ${rule.why}`, `How to mend it: ${rule.mend}`, ...supports.flatMap((item) => [item.statement, ...item.criteria]), standards];
  const markdown = [
    `# ${rule.title}`,
    rule.why,
    "## How to mend it",
    rule.mend,
    ...(supports.length > 0 ? ["## Controls", supports.map((item) => [`- **${item.statement}**`, ...item.criteria.map((line) => `  - ${line}`)].join("\n")).join("\n")] : []),
    standards,
  ];
  const filled = (parts: readonly string[], between: string): string => parts.filter((part) => part !== "").join(between);
  return { text: filled(text, "\n\n"), markdown: filled(markdown, "\n\n") };
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}
