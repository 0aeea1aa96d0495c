import { defineRule, type Endpoint, type JudgeInput, type Rule, type UnboundParameter } from "@muster/contract";
import { endpointName } from "../endpoint-list.ts";
import { methodEffect } from "../method.ts";

const messages = { unbound: "On {endpoint} code looks for the path parameter `{name}`, and the route binds {bound}: what hangs on it never happens." } as const;

/** Checks that are keyed on a path parameter which the route binds under another name. */
export const unboundParameter: Rule<typeof messages> = defineRule({
  meta: {
    id: "auth/unbound-parameter",
    title: "A check keyed on a parameter that the route does not bind",
    why: "A decorator that compares `kwargs.get(\"user_id\")` with the caller guards every route that binds `user_id`, and none that calls it otherwise: there the value is None, and the comparison is skipped. The route looks guarded.",
    mend: "Bind the name that the check looks for (`/users/<int:user_id>`), or read the parameter with `kwargs[\"user_id\"]`, so that a route without it fails at once and not in silence.",
    messages,
    controls: ["AUTHZ-OBJ-01"],
    owasp: ["API1"],
    cwe: [639, 863],
    severity: "high",
    confidence: "medium",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    const asking = countAsking(input.endpoints);
    for (const endpoint of input.endpoints) {
      for (const one of endpoint.unbound ?? []) {
        if (!isMissed(one) || isMeantForOthers(one, asking, input.endpoints)) continue;
        yield {
          message: "unbound",
          ...(methodEffect(endpoint.method) === "read" && { severity: "medium" as const }),
          data: { endpoint: endpointName(endpoint), name: one.name, bound: one.bound.map((name) => `\`${name}\``).join(", ") },
          span: endpoint.span,
          symbol: endpoint.handler.symbol,
          identity: `${one.name} ${endpoint.id}`,
          endpoint: endpoint.id,
          proof: [{ span: endpoint.span, note: `the route binds ${one.bound.join(", ")}` }, { span: one.span, note: `\`${one.name}\` is asked for here, and is not there` }],
        };
      }
    }
  },
});

/** How many endpoints come by a place that asks for what their route does not bind. */
function countAsking(endpoints: readonly Endpoint[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { unbound = [] } of endpoints) for (const one of unbound) counts.set(placeOf(one), (counts.get(placeOf(one)) ?? 0) + 1);
  return counts;
}

/** What runs before every route, and finds its parameter on the fewest, asks for the sake of these. */
function isMeantForOthers(one: UnboundParameter, asking: ReadonlyMap<string, number>, endpoints: readonly Endpoint[]): boolean {
  const binding = endpoints.filter(({ path }) => path.includes(`{${one.name}}`)).length;
  return binding > 0 && (asking.get(placeOf(one)) ?? 0) > binding;
}

function placeOf({ name, span }: UnboundParameter): string {
  return `${name} ${span.path}:${span.line}:${span.column}`;
}

const key = /(?:^|_)(?:id|pk|uuid|guid|slug|uid)$/i;

/** Both name a thing by its key: what else code asks for may belong to other routes besides. */
function isMissed({ name, bound }: UnboundParameter): boolean {
  return key.test(name) && bound.some((one) => key.test(one));
}
