import type { ControlJudge, ControlResult, Endpoint, JudgeInput } from "@muster/contract";
import { agreementOf } from "../auth-agreement.ts";
import { driftOf, type Described, type Drift } from "../drift.ts";

type Verdict = Omit<ControlResult, "control">;

/** DOC-01 on every endpoint that a document describes. */
export const doc01: ControlJudge = {
  control: "DOC-01",
  *judge(input: JudgeInput) {
    const drift = driftOf(input);
    for (const endpoint of input.endpoints) yield verdictOn(drift, endpoint);
  },
};

function verdictOn(drift: Drift, endpoint: Endpoint): Verdict {
  const place = { endpoint: endpoint.id, span: endpoint.span };
  const agreement = agreementOf(drift, endpoint);
  if (agreement.kind === "undescribed") return { ...place, status: "not_applicable", reason: "No document describes it, so none says who may call it.", proof: [] };
  const { document } = agreement.by;
  const proof = proofOf(agreement.by, endpoint);
  switch (agreement.kind) {
    case "agrees":
      return { ...place, status: "pass", reason: `${document.path} and the code agree: ${endpoint.posture === "protected" ? "a credential is needed" : "anyone may call"}.`, proof };
    case "claimed":
      return { ...place, status: "fail", reason: `${document.path} asks for a credential, and the code lets anyone call.`, proof };
    case "denied":
      return { ...place, status: "fail", reason: `${document.path} lets anyone call, and the code turns strangers away.`, proof };
    case "unstated":
      return { ...place, status: "fail", reason: `${document.path} names no credential here, though it does elsewhere, and the code turns strangers away.`, proof };
    case "undecided":
      return { ...place, status: "indeterminate", reason: `Its guards could not be decided: ${(endpoint.reason ?? "no reason was given").replace(/\.$/, "")}.`, proof };
    case "silent":
      return { ...place, status: "not_applicable", reason: `${document.path} states no security for it that could be compared.`, proof };
    default:
      return agreement satisfies never;
  }
}

function proofOf({ document, operation }: Described, endpoint: Endpoint): ControlResult["proof"] {
  return [{ span: operation.span, note: `${document.path} describes it here` }, ...endpoint.proof];
}
