import { compareText, type SuppressedFinding } from "@muster/contract";
import { count, hanging } from "../text/layout.ts";
import type { Page } from "./page.ts";

/** What was not reported, one by one, by the reason. Empty unless the result lists it. */
export function suppressedSection({ result, pen, width }: Page): string {
  const { suppressedFindings = [] } = result;
  if (suppressedFindings.length === 0) return "";
  const groups = [...Map.groupBy(suppressedFindings, groupName)].toSorted(([a], [b]) => compareText(a, b));
  const blocks = groups.map(([name, findings]) => {
    const [first] = findings;
    const why = first?.suppression.by === "comment" ? "" : (first?.suppression.reason ?? "");
    const head = hanging(`  ${pen.faint("──")} `, `${pen.strong(name)}  ${pen.faint(`${count(findings.length, "candidate")}${why === "" ? "" : ` · ${why}`}`)}`, width);
    return [head, "", ...findings.map((finding) => hanging(`    ${pen.place(`${finding.span.path}:${finding.span.line}:${finding.span.column}`)}  `, said(finding), width)), ""].join("\n");
  });
  return `${pen.title("SUPPRESSED")}\n\n${blocks.join("\n")}`;
}

function groupName({ suppression: { by, what } }: SuppressedFinding): string {
  return by === "comment" ? `by the comment ${what}` : by === "baseline" ? "by the baseline" : `by its rule: ${what}`;
}

function said({ message, rule, suppression: { by, reason } }: SuppressedFinding): string {
  return `${message} (${rule})${by === "comment" && reason !== "" ? ` — ${reason}` : ""}`;
}
