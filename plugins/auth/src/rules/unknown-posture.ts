import { compareSpans, defineRule, type Endpoint, type JudgeInput, type Report, type Rule, type Span, type Step } from "@muster/contract";
import { endpointList } from "../endpoint-list.ts";
import { methodEffect } from "../method.ts";

const messages = {
  guard: "Whether `{guard}` rejects a caller without a credential could not be decided: {reason}. {dependants}",
  endpoint: "How the endpoint is guarded could not be decided: {reason}. {dependants}",
} as const;

/** How many of the endpoints that hang on one unknown are named in its proof. */
const namedInProof = 5;

/** Why endpoints are unknown, and which: they share one finding a cause. */
interface Ending {
  readonly message: keyof typeof messages;
  readonly symbol: string;
  readonly reason: string;
  readonly span: Span;
  readonly proof: readonly Step[];
  readonly endpoints: Endpoint[];
}

/** Endpoints of which neither protected nor public was proved: one finding for each place where knowledge ended. */
export const unknownPosture: Rule<typeof messages> = defineRule({
  meta: {
    id: "auth/unknown-posture",
    title: "A posture that could not be proved",
    why: "Muster does not guess: where the code cannot be followed, an endpoint counts neither as protected nor as public. It may be open, and a person has to look once.",
    mend: "Look at the place where knowledge ended. Often the guard comes from a package whose code is not in the repository: read the credential in a dependency of your own (`HTTPBearer()`, or a header whose absence raises 401) and let the package check what it holds. Where the guard is chosen at run time, name it plainly on the router.",
    messages,
    controls: ["AUTHN-01"],
    owasp: ["API2"],
    cwe: [306],
    severity: "medium",
    confidence: "low",
    stability: "stable",
  },
  *judge(input: JudgeInput) {
    const names = new Map(input.applications.map((application) => [application.id, application.name]));
    const endings = new Map<string, Ending>();
    for (const endpoint of input.endpoints) {
      if (endpoint.posture !== "unknown" || input.isApprovedPublic(endpoint)) continue;
      const ending = endingOf(endpoint, names.get(endpoint.application) ?? endpoint.application);
      const known = endings.get(keyOf(ending));
      if (known === undefined) endings.set(keyOf(ending), ending);
      else known.endpoints.push(endpoint);
    }
    for (const ending of [...endings.values()].toSorted((a, b) => compareSpans(a.span, b.span))) yield reportOf(ending);
  },
});

function endingOf(endpoint: Endpoint, application: string): Ending {
  const guard = endpoint.guards.findLast((each) => each.verdict === "unknown");
  if (guard !== undefined) {
    return { message: "guard", symbol: guard.name, reason: guard.reason ?? endpoint.reason ?? "no reason was given", span: guard.proof.at(-1)?.span ?? guard.span, proof: guard.proof, endpoints: [endpoint] };
  }
  return { message: "endpoint", symbol: application, reason: endpoint.reason ?? "no reason was given", span: endpoint.proof.at(-1)?.span ?? endpoint.span, proof: endpoint.proof, endpoints: [endpoint] };
}

/** A guard that could not be followed is one cause, wherever it is attached; else the place is. */
function keyOf({ message, symbol, reason, span }: Ending): string {
  return [message, symbol, reason, ...(message === "guard" ? [] : [span.path, span.line, span.column])].join("\0");
}

function reportOf(ending: Ending): Report<keyof typeof messages> {
  const { endpoints } = ending;
  const [only, ...others] = endpoints;
  const single = others.length === 0 ? only : undefined;
  return {
    message: ending.message,
    severity: endpoints.some((endpoint) => methodEffect(endpoint.method) === "write") ? "medium" : "low",
    data: {
      guard: ending.symbol,
      reason: ending.reason.replace(/\.$/, ""),
      dependants: single === undefined ? `${endpoints.length} endpoints hang on it: ${endpointList(endpoints)}.` : `${endpointList(endpoints)} hangs on it.`,
    },
    span: ending.span,
    symbol: ending.symbol,
    // A reason may name a place; numbers of lines are no identity.
    identity: ending.reason.replaceAll(/\d+/g, "#"),
    ...(single === undefined ? {} : { endpoint: single.id }),
    proof: [...ending.proof, ...endpoints.slice(0, namedInProof).map((endpoint) => ({ span: endpoint.span, note: `${endpoint.method} ${endpoint.path} hangs on it` }))],
  };
}
