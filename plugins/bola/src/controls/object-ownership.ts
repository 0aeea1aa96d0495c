import type { ControlJudge, ControlResult, Endpoint } from "@muster/contract";
import { judgeEndpoint } from "../judge-endpoint.ts";
import type { ObjectVerdict } from "../verdict.ts";

/** AUTHZ-OBJ-01: a destructive handler ties the object to the caller before it touches it. */
export const objectOwnership: ControlJudge = {
  control: "AUTHZ-OBJ-01",
  *judge(input) {
    for (const endpoint of input.endpoints) yield resultOf(endpoint, judgeEndpoint(endpoint, input));
  },
};

function resultOf(endpoint: Endpoint, verdict: ObjectVerdict): Omit<ControlResult, "control"> {
  const base = { endpoint: endpoint.id, reason: sentence(verdict.reason) };
  switch (verdict.kind) {
    case "not-applicable":
      return { ...base, status: "not_applicable", proof: [] };
    case "tied":
      return { ...base, status: "pass", span: verdict.span, proof: verdict.proof };
    case "undecided":
      return { ...base, status: "indeterminate", span: verdict.span, proof: verdict.proof };
    // An open endpoint fails here and is reported as such by the rules on authentication: one defect, one finding.
    case "open":
    case "untied":
      return { ...base, status: "fail", span: verdict.span, proof: verdict.proof };
    default:
      return verdict satisfies never;
  }
}

/** A reason as a sentence: capital (unless it begins with code) and full stop. */
function sentence(reason: string): string {
  return `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`;
}
