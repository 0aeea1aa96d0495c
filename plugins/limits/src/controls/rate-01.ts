import type { ControlJudge, ControlResult, Endpoint, JudgeInput } from "@muster/contract";
import { judgeEndpoint } from "../judge-endpoint.ts";

type Verdict = Omit<ControlResult, "control">;

/** RATE-01 on every endpoint. What a gateway outside of the repository may do is not decided unless the configuration says where it is. */
export const rate01: ControlJudge = {
  control: "RATE-01",
  *judge(input: JudgeInput) {
    for (const endpoint of input.endpoints) yield verdictOn(input, endpoint);
  },
};

function verdictOn(input: JudgeInput, endpoint: Endpoint): Verdict {
  const judgement = judgeEndpoint(input, endpoint);
  const place = { endpoint: endpoint.id, span: endpoint.span, proof: judgement.proof };
  switch (judgement.kind) {
    case "not-applicable":
      return { ...place, status: "not_applicable", reason: judgement.reason };
    case "limited":
      return { ...place, status: "pass", reason: `Its requests are limited by ${judgement.by}.` };
    case "loose":
      return { ...place, status: "fail", reason: `It is a ${judgement.flow ?? "sensitive flow"} by its path, and ${judgement.by} lets ${judgement.rate} through.` };
    case "exempt":
      return { ...place, status: "fail", reason: "The limiter is told to leave it out." };
    case "unlimited":
      return judgement.elsewhere
        ? { ...place, status: "indeterminate", reason: "No limit was found in the repository; a gateway in front of it may have one. Say in the option `gateway` where it is." }
        : { ...place, status: "fail", reason: "Nothing on its way limits requests, where other endpoints are limited." };
    case "undecided":
      return { ...place, status: "indeterminate", reason: `It is not decided: ${judgement.reason}.` };
    default:
      return judgement satisfies never;
  }
}
