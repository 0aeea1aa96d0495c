import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { endpointName } from "../endpoint-list.ts";
import { methodEffect } from "../method.ts";
import { attachGuard } from "../mends/attach-guard.ts";
import { openOutliers, roleOutliers, type Outlier } from "../siblings.ts";

const messages = {
  guard: "Anyone can call {endpoint}, and {count} of the {all} endpoints of {home} turn strangers away.",
  role: "Every signed-in caller can use {endpoint}, and {count} of the {all} writes of {home} ask for a role.",
} as const;

const namedInProof = 3;

/** A route that lacks what nine of ten of its neighbours have: forgotten, most of the time. */
export const siblingAnomaly: Rule<typeof messages> = defineRule({
  meta: {
    id: "auth/sibling-anomaly",
    title: "A route that lacks the guard of its neighbours",
    why: "Where all routes of a module are guarded but one, that one was mostly forgotten: added later, copied from elsewhere, opened for a test. Reviews see a guarded module.",
    mend: "Attach the neighbours' guard to the route, or better to the whole router, so that the next route has it too. Where the route is meant to be open, approve it as public with the reason.",
    messages,
    controls: ["AUTHN-01", "AUTHZ-FN-01"],
    owasp: ["API2", "API5"],
    cwe: [306, 862],
    severity: "high",
    confidence: "medium",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    for (const { endpoint, lacks, others, home } of [...openOutliers(input), ...roleOutliers(input)]) {
      const fix = lacks === "guard" ? attachGuard(endpoint, input) : undefined;
      yield {
        message: lacks,
        severity: severityOf({ endpoint, lacks }),
        data: { endpoint: endpointName(endpoint), count: String(others.length), all: String(others.length + 1), home },
        span: endpoint.span,
        symbol: endpoint.handler.symbol,
        identity: `${lacks} ${endpoint.id}`,
        endpoint: endpoint.id,
        proof: [{ span: endpoint.span, note: `${endpointName(endpoint)} is declared without it` }, ...others.slice(0, namedInProof).map((other) => ({ span: other.proof.at(-1)?.span ?? other.span, note: `what guards ${endpointName(other)}` }))],
        ...(fix && { fix }),
      };
    }
  },
});

function severityOf({ endpoint, lacks }: Pick<Outlier, "endpoint" | "lacks">): "high" | "medium" {
  return lacks === "guard" && methodEffect(endpoint.method) !== "read" ? "high" : "medium";
}
