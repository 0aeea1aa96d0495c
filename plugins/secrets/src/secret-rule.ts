import { defineRule, type Rule, type RuleMeta, type Severity } from "@muster/contract";
import type { Kind } from "./kind.ts";
import { type Reported, reportedCandidates } from "./reported.ts";

const messages = {
  source: "{title} in the tree: {redacted}.",
  test: "{title} in a test: {redacted}. Made-up values are fine here; a live one is not.",
  documentation: "{title} in documentation or an example: {redacted}. Made-up values are fine here; a live one is not.",
} as const;

type Text = Pick<RuleMeta, "title" | "why" | "mend" | "severity" | "confidence">;

/** The rule of one kind of secret. All of them report alike; what they say differs. */
export function secretRule(kind: Kind, text: Text): Rule<typeof messages> {
  return defineRule({
    meta: { id: `secrets/${kind}`, ...text, messages, controls: ["SECRET-01"], owasp: ["API8"], cwe: [798], stability: "stable" },
    *judge(input) {
      for (const reported of reportedCandidates(input)) {
        const { path, place, candidate } = reported;
        if (candidate.kind !== kind) continue;
        const span = { path, line: candidate.line, column: candidate.column, endLine: candidate.endLine, endColumn: candidate.endColumn };
        yield {
          message: place,
          data: { title: capital(candidate.title), redacted: candidate.redacted },
          span,
          symbol: "",
          identity: `${candidate.format} ${candidate.hash}`,
          proof: [{ span, note: `matches the format ${candidate.format}` }],
          severity: severityOf(reported, text.severity),
          confidence: candidate.confidence,
          // The line holds the secret itself.
          showCode: false,
        };
      }
    },
  });
}

function severityOf({ place }: Reported, severity: Severity): Severity {
  return place === "source" ? severity : "low";
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
