import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { switchedOff } from "../comments/switched-off.ts";
import { endpointName } from "../endpoint-list.ts";
import { methodEffect } from "../method.ts";

const messages = { commented: "Anyone can call {endpoint}, and its guard `{guard}` stands in a comment.{elsewhere}" } as const;

/** Guards that were switched off and left in a comment beside an endpoint that is open without them. */
export const commentedGuard: Rule<typeof messages> = defineRule({
  meta: {
    id: "auth/commented-guard",
    title: "A guard that was commented out",
    why: "Guards are commented out to try something, and stay so. The line is still there, and whoever skims the module reads it as a guard.",
    mend: "Remove the comment sign, or remove the line and approve the endpoint as public with the reason.",
    messages,
    controls: ["AUTHN-01"],
    owasp: ["API2", "API5"],
    cwe: [306, 1164],
    severity: "high",
    confidence: "medium",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    for (const { endpoint, name, span, protects } of switchedOff(input)) {
      yield {
        message: "commented",
        severity: methodEffect(endpoint.method) === "read" ? "medium" : "high",
        ...(protects !== undefined && { confidence: "high" as const }),
        data: { endpoint: endpointName(endpoint), guard: name, elsewhere: protects === undefined ? "" : ` It protects ${endpointName(protects)}.` },
        span,
        symbol: endpoint.handler.symbol,
        identity: `${name} ${endpoint.id}`,
        endpoint: endpoint.id,
        proof: [
          { span, note: `\`${name}\` stands in a comment` },
          ...endpoint.proof,
          ...(protects === undefined ? [] : [{ span: protects.proof.at(-1)?.span ?? protects.span, note: `where it is no comment it turns strangers away, as before ${endpointName(protects)}` }]),
        ],
      };
    }
  },
});
