import { defineRule, type Rule, type RuleMeta, type Severity, type Span } from "@muster/contract";
import type { Candidate } from "./candidate.ts";
import type { Encoding } from "./decode.ts";
import { filePlace } from "./file-place.ts";
import type { Kind } from "./kind.ts";
import { type Reported, reportedCandidates, suppressedCandidates } from "./reported.ts";

const messages = {
  source: "{title}: {redacted}.",
  test: "{title} in a test: {redacted}. Made-up values are fine here; a live one is not.",
  example: "{title} that looks made up: {redacted}. Its line or its form says that it is an example; a live one must be revoked.",
  documentation: "{title} in documentation or an example: {redacted}. Made-up values are fine here; a live one is not.",
} as const;

const writings: Readonly<Record<Encoding, string>> = { base64: "base64", hex: "hexadecimal", percent: "percent-encoding", escapes: "escapes" };

type Text = Pick<RuleMeta, "title" | "why" | "mend" | "severity" | "confidence">;

/** The rule of one kind of secret. All of them report alike; what they say differs. */
export function secretRule(kind: Kind, text: Text): Rule<typeof messages> {
  return defineRule({
    meta: { id: `secrets/${kind}`, ...text, messages, controls: ["SECRET-01", "SECRET-02"], owasp: ["API8"], cwe: [798], stability: "stable" },
    *judge(input) {
      for (const reported of reportedCandidates(input)) {
        const { path, place, candidate } = reported;
        if (candidate.kind !== kind) continue;
        const span = spanOf(path, candidate);
        yield {
          message: place,
          data: { title: capital(candidate.title), redacted: candidate.redacted },
          span,
          symbol: "",
          identity: `${candidate.format} ${candidate.hash}`,
          proof: notesOf(candidate).map((note) => ({ span, note })),
          severity: severityOf(reported, text.severity),
          confidence: candidate.confidence,
          // The line holds the secret itself.
          showCode: false,
        };
      }
      for (const { path, candidate, suppression } of suppressedCandidates(input)) {
        if (candidate.kind !== kind) continue;
        const span = spanOf(path, candidate);
        yield {
          message: filePlace(path),
          data: { title: capital(candidate.title), redacted: candidate.redacted },
          span,
          symbol: "",
          identity: `${candidate.format} ${candidate.hash}`,
          proof: [{ span, note: `matches the format ${candidate.format}` }],
          showCode: false,
          suppressed: suppression,
        };
      }
    },
  });
}

/** What led to a candidate, a step a line. */
function notesOf({ format, encoding, entry, unreasoned }: Candidate): string[] {
  const written = encoding === undefined ? "" : `, written in ${writings[encoding]}`;
  return [
    `matches the format ${format}${written}`,
    ...(entry === undefined ? [] : [entry.name === "" ? `line ${entry.line} of what is compressed` : `line ${entry.line} of ${entry.name} in the archive`]),
    ...(unreasoned === true ? ["the comment muster:allow-secret beside it gives no reason, and so does not count: write the reason after it"] : []),
  ];
}

function spanOf(path: string, { line, column, endLine, endColumn }: Pick<Reported["candidate"], "line" | "column" | "endLine" | "endColumn">): Span {
  return { path, line, column, endLine, endColumn };
}

function severityOf({ place }: Reported, severity: Severity): Severity {
  return place === "source" ? severity : "low";
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
