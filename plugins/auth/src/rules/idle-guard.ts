import { compareText, defineRule, type Endpoint, type JudgeInput, type Report, type Rule, type Severity } from "@muster/contract";
import { endpointList } from "../endpoint-list.ts";
import { idleGuards, type IdleGuard } from "../idle-guards.ts";
import { methodEffect } from "../method.ts";
import { publicPurpose } from "../public-purpose.ts";

const messages = {
  "above-route": "`{guard}` stands above the route of {endpoints}, so that it never runs: decorators are applied from below, and the route is for the function without it.",
  "always-true": "The permission `{guard}` answers True whoever asks, and {endpoints} has no other guard.",
  "loose-pattern": "`{guard}` lets {endpoints} pass, because a list of open paths meets a part of a word of it: {pattern}.",
  "off-by-default": "`{guard}` stands before {endpoints} only where the environment says so, and by default it does not: {condition}.",
} as const;

const namedInProof = 5;

/** Guards that are written down and never turn anybody away: one finding a cause. */
export const idleGuard: Rule<typeof messages> = defineRule({
  meta: {
    id: "auth/idle-guard",
    title: "A guard that is there and guards nothing",
    why: "The code shows a guard where it belongs, so that reviews take the endpoint for protected. By its place, by what it answers, by an exception that reaches too far or because it is switched on by the environment alone, it turns nobody away.",
    mend: "Put the guard between the route and the function (`@app.route` on top), let the permission look at who calls, and end patterns of open paths at a word's end (`path == \"/public\" or path.startswith(\"/public/\")`, `^/health$`). Attach guards in any case, and let the environment switch them off where that is needed.",
    messages,
    controls: ["AUTHN-01"],
    owasp: ["API2", "API5"],
    cwe: [287, 306, 863],
    severity: "high",
    confidence: "high",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    for (const cause of idleGuards(input)) yield reportOf(cause);
  },
});

function reportOf({ flaw, guard, endpoints }: IdleGuard): Report<keyof typeof messages> {
  const last = guard.proof.at(-1);
  const [only, ...others] = endpoints;
  return {
    message: flaw,
    severity: severityOf(endpoints),
    data: { guard: guard.name, endpoints: endpointList(endpoints), pattern: /^"[^"]*"/.exec(last?.note ?? "")?.[0] ?? "see the proof", condition: last?.note.replace(/^[^:]*: /, "") ?? "see the proof" },
    span: last?.span ?? guard.span,
    symbol: guard.name,
    identity: [flaw, ...endpoints.map(({ id }) => id).toSorted(compareText)].join(" "),
    ...(only !== undefined && others.length === 0 && { endpoint: only.id }),
    proof: [...guard.proof, ...endpoints.slice(0, namedInProof).map((endpoint) => ({ span: endpoint.span, note: `${endpoint.method} ${endpoint.path} is left open` }))],
  };
}

function severityOf(endpoints: readonly Endpoint[]): Severity {
  return endpoints.some((endpoint) => methodEffect(endpoint.method) === "write" && publicPurpose(endpoint) === undefined) ? "high" : "medium";
}
