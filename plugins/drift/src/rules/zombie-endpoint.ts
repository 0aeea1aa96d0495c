import { defineRule, type JudgeInput, type Rule, type Step } from "@muster/contract";
import { driftOf, nameOf } from "../drift.ts";
import { isWrite } from "../method.ts";
import { retirementOf } from "../retirement.ts";

const messages = { zombie: "{endpoint} is {mark} and still served.{open}" } as const;

/** Endpoints that the code or a document calls deprecated, or gives an end, and that are mounted. */
export const zombieEndpoint: Rule<typeof messages> = defineRule({
  meta: {
    id: "drift/zombie-endpoint",
    title: "A deprecated endpoint that is still served",
    why: "Old versions keep the weaknesses that the new ones mended, and are the last to be patched, limited and watched. Attackers try them first.",
    mend: "Unmount the endpoint once its clients have moved. Until then give it an end (a `Sunset` header, RFC 8594), keep its guards as strict as those of its successor, and let its use be counted.",
    messages,
    controls: ["INV-02"],
    owasp: ["API9"],
    cwe: [1059],
    severity: "low",
    confidence: "high",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    const drift = driftOf(input);
    for (const endpoint of input.endpoints) {
      const retirement = retirementOf(drift, endpoint);
      if (retirement === undefined) continue;
      const isOpen = endpoint.posture === "public";
      const steps: Step[] = [...retirement.steps, { span: endpoint.span, note: `${nameOf(endpoint)} is mounted here` }];
      yield {
        message: "zombie",
        ...(isOpen && isWrite(endpoint.method) && { severity: "medium" as const }),
        data: { endpoint: nameOf(endpoint), mark: retirement.mark, open: isOpen ? " Anyone can call it." : "" },
        span: endpoint.span,
        symbol: endpoint.handler.symbol,
        identity: endpoint.id,
        endpoint: endpoint.id,
        proof: steps,
      };
    }
  },
});
