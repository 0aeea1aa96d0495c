import type { Finding, FindingFix } from "@muster/contract";
import type { Fix, Result } from "sarif";
import { sarifLevel } from "./sarif-level.ts";
import { sarifLimits } from "./sarif-limits.ts";
import { relativeUri, sarifLocation, sarifText } from "./sarif-location.ts";

/** A finding. Its proof chain becomes a code flow, which viewers step through. */
export function sarifResult(finding: Finding, ruleIndex: number, fresh?: ReadonlySet<string>): Result {
  const steps = finding.proof.slice(0, sarifLimits.threadFlowLocations);
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    ...(fresh === undefined ? {} : { baselineState: fresh.has(finding.fingerprint) ? "new" : "unchanged" }),
    level: sarifLevel(finding.severity),
    message: { text: sarifText(finding.message) },
    locations: [
      {
        ...sarifLocation(finding.span),
        ...(finding.symbol === "" ? {} : { logicalLocations: [{ fullyQualifiedName: sarifText(finding.symbol) }] }),
      },
    ],
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    ...(steps.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations: steps.map((step) => ({ location: sarifLocation(step.span, step.note) })) }] }] }),
    ...(finding.fix === undefined || !finding.showCode ? {} : { fixes: [sarifFix(finding.fix)] }),
    properties: { severity: finding.severity, confidence: finding.confidence, ...(finding.endpoint === undefined ? {} : { endpoint: finding.endpoint }), ...(finding.history === undefined ? {} : { history: { ...finding.history } }) },
  };
}

/** A mechanical mend (SARIF 2.1.0 §3.55), one change for each file. */
function sarifFix({ title, edits }: FindingFix): Fix {
  return {
    description: { text: sarifText(title) },
    artifactChanges: [...Map.groupBy(edits, (edit) => edit.span.path)].map(([path, own]) => ({
      artifactLocation: { uri: relativeUri(path), uriBaseId: "%SRCROOT%" },
      replacements: own.map(({ span, text }) => ({
        deletedRegion: { startLine: span.line, startColumn: span.column, endLine: span.endLine, endColumn: span.endColumn },
        insertedContent: { text },
      })),
    })),
  };
}
