import { compareText, defineRule, type Endpoint, type JudgeInput, type Report, type Rule, type Severity } from "@muster/contract";
import { endpointList } from "../endpoint-list.ts";
import { type IneffectiveGuard, ineffectiveGuards } from "../ineffective-guard.ts";
import { methodEffect } from "../method.ts";
import { publicPurpose } from "../public-purpose.ts";

const messages = {
  none: "`{guard}` looks at the caller and lets every caller pass{where}. {dependants}",
  optional: "`{guard}` lets a caller without a credential pass{where}, and nothing after it rejects. {dependants}",
} as const;

/** How many of the endpoints that a guard leaves open are named in its proof. */
const namedInProof = 5;

/** A guard that leaves endpoints public: one finding a cause, with the endpoints that rely on it, in place of one for each of them. */
export const guardNeverRejects: Rule<typeof messages> = defineRule({
  meta: {
    id: "auth/guard-never-rejects",
    title: "A guard that lets everyone pass",
    why: "The code reads as if the endpoint were protected, so reviews pass over it. The guard looks at the caller and then rejects nobody: whoever sends no credential, or a wrong one, reaches the handler.",
    mend: "Raise where the caller is missing or invalid: `raise HTTPException(status_code=401)` on the line that the proof ends on, in place of returning. Where the guard is optional by design, attach the rejecting one to the endpoints named here, or approve them as public.",
    messages,
    controls: ["AUTHN-01"],
    owasp: ["API2"],
    cwe: [287, 306],
    severity: "high",
    confidence: "high",
    stability: "stable",
  },
  *judge(input: JudgeInput) {
    for (const cause of ineffectiveGuards(input)) yield reportOf(cause);
  },
});

function reportOf(cause: IneffectiveGuard): Report<keyof typeof messages> {
  const { guard, endpoints, span } = cause;
  const [only, ...others] = endpoints;
  const single = others.length === 0 ? only : undefined;
  const optional = guard.verdict === "optional";
  return {
    message: optional ? "optional" : "none",
    severity: severityOf(cause),
    ...(optional ? { confidence: "medium" as const } : {}),
    data: {
      guard: guard.name,
      where: guard.proof.length > 0 ? ` (${span.path}:${span.line})` : "",
      dependants: single === undefined ? `${endpoints.length} endpoints have no other guard: ${endpointList(endpoints)}.` : `${endpointList(endpoints)} has no other guard.`,
    },
    span,
    symbol: guard.name,
    // An endpoint more that anyone can write to is another finding: no suppression of the old one covers it.
    identity: [guard.verdict, ...endpoints.filter(writes).map((endpoint) => endpoint.id).toSorted(compareText)].join(" "),
    ...(single === undefined ? {} : { endpoint: single.id }),
    proof: [...guard.proof, ...endpoints.slice(0, namedInProof).map((endpoint) => ({ span: endpoint.span, note: `${endpoint.method} ${endpoint.path} relies on it` }))],
  };
}

/** A guard that was meant to reject weighs as much as what it leaves open; an optional one before reads is mostly meant. */
function severityOf({ guard, endpoints }: IneffectiveGuard): Severity {
  if (endpoints.some(writes)) return "high";
  return guard.verdict === "none" ? "medium" : "low";
}

function writes(endpoint: Endpoint): boolean {
  return methodEffect(endpoint.method) === "write" && publicPurpose(endpoint) === undefined;
}
