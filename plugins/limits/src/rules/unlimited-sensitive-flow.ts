import { defineRule, type Endpoint, type JudgeInput, type Report, type Rule } from "@muster/contract";
import { judgeEndpoint } from "../judge-endpoint.ts";

const messages = {
  unlimited: "{endpoint} is a {flow} by its path, and nothing on its way limits how often it is tried, where other endpoints are limited.",
  exempt: "{endpoint} is a {flow} by its path, and the limiter is told to leave it out.",
  nowhere: "No limit was found in the repository of how often {endpoints} may be tried. Where a gateway has one, say so in the option `gateway` of `limits`.",
} as const;

type Id = keyof typeof messages;

/** Sign-ins and their like that may be tried without end. */
export const unlimitedSensitiveFlow: Rule<typeof messages> = defineRule({
  meta: {
    id: "limits/unlimited-sensitive-flow",
    title: "A sign-in that may be tried without end",
    why: "Passwords from other breaches, codes of six digits and links of recovery are guessed by trying: what limits the tries is what keeps a stranger out. Without a limit the same flows also send mail and messages in the service's name, at its cost.",
    mend: "Limit the route itself, by caller and by account: `@limiter.limit(\"5/minute\")` below the route's own decorator, `dependencies=[Depends(RateLimiter(times=5, minutes=1))]`, or a throttle with a scope of its own. Where a gateway limits it, say so in the configuration.",
    messages,
    controls: ["RATE-01"],
    owasp: ["API4", "API6"],
    cwe: [307, 799],
    severity: "medium",
    confidence: "medium",
    stability: "stable",
  },
  *judge(input: JudgeInput) {
    const open = new Map<string, Endpoint[]>();
    // What one declaration mounts under several paths is one thing to mend.
    const told = new Set<string>();
    for (const endpoint of input.endpoints) {
      const { kind, flow, proof, ...more } = judgeEndpoint(input, endpoint);
      const place = `${endpoint.handler.symbol} ${endpoint.span.path}:${endpoint.span.line}`;
      if (flow === undefined || told.has(place)) continue;
      if (kind === "exempt") yield reportOn(endpoint, "exempt", flow, proof);
      if (kind === "exempt" || kind === "unlimited") told.add(place);
      if (kind !== "unlimited") continue;
      if ("elsewhere" in more && more.elsewhere) open.set(endpoint.application, [...(open.get(endpoint.application) ?? []), endpoint]);
      else yield reportOn(endpoint, "unlimited", flow, proof);
    }
    for (const endpoints of open.values()) yield* reportOnAll(endpoints);
  },
});

function reportOn(endpoint: Endpoint, message: Id, flow: string, proof: Report["proof"]): Report<Id> {
  return { message, data: { endpoint: `${endpoint.method} ${endpoint.path}`, flow }, span: endpoint.span, symbol: endpoint.handler.symbol, identity: endpoint.id, endpoint: endpoint.id, proof };
}

/** Where there is no limiter at all, that is one thing to decide and not one for each route. */
function* reportOnAll(endpoints: readonly Endpoint[]): Iterable<Report<Id>> {
  const [first] = endpoints;
  if (!first) return;
  const named = endpoints.slice(0, 3).map(({ method, path }) => `${method} ${path}`).join(", ");
  yield {
    message: "nowhere",
    data: { endpoints: endpoints.length > 3 ? `${named} and ${endpoints.length - 3} more` : named },
    severity: "low",
    span: first.span,
    symbol: first.handler.symbol,
    identity: `nowhere ${first.application}`,
    endpoint: first.id,
    proof: endpoints.slice(0, 10).map(({ span, method, path }) => ({ span, note: `${method} ${path} is declared here` })),
  };
}
