import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { judgeEndpoint } from "../judge-endpoint.ts";
import { readOptions } from "../options.ts";

const messages = { loose: "{endpoint} is a {flow} by its path, and {by} lets {rate} through: more than {strict} tries a minute are as good as no limit." } as const;

/** Sign-ins and their like that are limited no more than anything else. */
export const looseLimit: Rule<typeof messages> = defineRule({
  meta: {
    id: "limits/loose-limit",
    title: "A limit that is too loose for a sign-in",
    why: "A limit that keeps a service from being overrun lets thousands of passwords an hour through. Guessing is stopped by a few tries a minute, which is more than a person needs.",
    mend: "Give the route a limit of its own beside the general one: `5/minute`, by caller and by account.",
    messages,
    controls: ["RATE-01"],
    owasp: ["API4", "API6"],
    cwe: [307],
    severity: "low",
    confidence: "medium",
    stability: "stable",
  },
  *judge(input: JudgeInput) {
    for (const endpoint of input.endpoints) {
      const judgement = judgeEndpoint(input, endpoint);
      if (judgement.kind !== "loose") continue;
      yield {
        message: "loose",
        data: { endpoint: `${endpoint.method} ${endpoint.path}`, flow: judgement.flow ?? "sensitive flow", by: judgement.by, rate: judgement.rate, strict: String(readOptions(input.options).strictPerMinute) },
        span: endpoint.span, symbol: endpoint.handler.symbol, identity: endpoint.id, endpoint: endpoint.id, proof: judgement.proof,
      };
    }
  },
});
