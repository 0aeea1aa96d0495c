import type { ControlJudge, JudgeInput } from "@muster/contract";
import { driftOf } from "../drift.ts";
import { retirementOf } from "../retirement.ts";

/** INV-02 on every endpoint. Whether an endpoint that nothing marks is used, only traffic shows. */
export const inv02: ControlJudge = {
  control: "INV-02",
  *judge(input: JudgeInput) {
    const drift = driftOf(input);
    for (const endpoint of input.endpoints) {
      const place = { endpoint: endpoint.id, span: endpoint.span };
      const retirement = retirementOf(drift, endpoint);
      if (retirement !== undefined) yield { ...place, status: "fail", reason: `It is ${retirement.mark} and still mounted.`, proof: retirement.steps };
      else yield { ...place, status: "pass", reason: "Neither the code nor a document marks it as deprecated. Whether it is still used, only traffic shows.", proof: [{ span: endpoint.span, note: "it is declared here" }] };
    }
  },
};
