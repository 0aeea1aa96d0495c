import type { Finding } from "@muster/contract";
import type { Result } from "sarif";
import { sarifLevel } from "./sarif-level.ts";
import { sarifLimits } from "./sarif-limits.ts";
import { sarifLocation, sarifText } from "./sarif-location.ts";

/** A finding. Its proof chain becomes a code flow, which viewers step through. */
export function sarifResult(finding: Finding, ruleIndex: number): Result {
  const steps = finding.proof.slice(0, sarifLimits.threadFlowLocations);
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
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
    properties: { severity: finding.severity, confidence: finding.confidence, ...(finding.endpoint === undefined ? {} : { endpoint: finding.endpoint }) },
  };
}
