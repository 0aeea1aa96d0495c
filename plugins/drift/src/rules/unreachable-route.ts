import { defineRule, type Endpoint, type JudgeInput, type Report, type Rule, type Span, type Step } from "@muster/contract";
import { nameOf } from "../drift.ts";

const messages = {
  unreachable: "No request reaches {endpoint}: {taker} ({place}) comes before it and takes them all.",
  overridden: "{endpoint} is declared again, and no request reaches the second one: the declaration at {place} answers.",
} as const;

/** Routes that can never match, because the framework tries an earlier one first. */
export const unreachableRoute: Rule<typeof messages> = defineRule({
  meta: {
    id: "drift/unreachable-route",
    title: "A route that no request reaches",
    why: "Frameworks that try routes in order give a request to the first that fits. What stands behind one that takes everything is never called: its guards, its validation and its fixes protect nobody, while the earlier handler answers in its place.",
    mend: "Declare the narrower route first (`/items/me` before `/items/{item_id}`), give the parameter a type that leaves the other path alone (`{item_id:int}`), or remove the route that is never called.",
    messages,
    controls: ["INV-01"],
    owasp: ["API9"],
    cwe: [561, 1059],
    severity: "medium",
    confidence: "high",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    for (const endpoint of input.endpoints) {
      if (endpoint.unreachable !== undefined) yield unreachableReport(endpoint, endpoint.unreachable);
      for (const step of endpoint.overridden ?? []) yield overriddenReport(endpoint, step);
    }
  },
});

function unreachableReport(endpoint: Endpoint, taker: Step): Report<keyof typeof messages> {
  return {
    message: "unreachable",
    data: { endpoint: nameOf(endpoint), taker: taker.note.replace(/ (?:comes before it and )?takes all .*$/, ""), place: placeText(taker.span) },
    span: endpoint.span,
    symbol: endpoint.handler.symbol,
    identity: endpoint.id,
    endpoint: endpoint.id,
    proof: [taker, { span: endpoint.span, note: `${nameOf(endpoint)} is declared here, behind it` }],
  };
}

function overriddenReport(endpoint: Endpoint, step: Step): Report<keyof typeof messages> {
  return {
    message: "overridden",
    data: { endpoint: nameOf(endpoint), place: placeText(endpoint.span) },
    span: step.span,
    symbol: endpoint.handler.symbol,
    identity: `overridden ${endpoint.id}`,
    endpoint: endpoint.id,
    proof: [{ span: endpoint.span, note: `${nameOf(endpoint)} is declared here and answers with ${endpoint.handler.symbol}` }, step],
  };
}

function placeText({ path, line }: Span): string {
  return `${path}:${line}`;
}
