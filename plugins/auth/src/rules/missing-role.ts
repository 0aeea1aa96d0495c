import { compareText, defineRule, type Endpoint, type JudgeInput, type Report, type Rule, type Step } from "@muster/contract";
import { isAdministrative } from "../administrative.ts";
import { endpointList, endpointName } from "../endpoint-list.ts";
import { functionAccess } from "../function-access.ts";
import { methodEffect } from "../method.ts";

const messages = {
  administrative: "Every signed-in caller can use {endpoints}: administrative by name, and nothing on the way asks for a role or scope.",
  "some-ways": "{endpoint} asks for a role on some ways to a success, and not on all of them.",
  writes: "{application} knows roles, and {count} without asking for one or acting on what is the caller's own: {endpoints}.",
} as const;

type Message = keyof typeof messages;

/** How many of the endpoints of one report are shown in its proof. */
const namedInProof = 5;

/** Endpoints that a role should stand before, and that every signed-in caller can use. */
export const missingRole: Rule<typeof messages> = defineRule({
  meta: {
    id: "auth/missing-role",
    title: "A function that every signed-in caller can use",
    why: "Being signed in is no right to everything. Where administration and writes ask for nothing more, one ordinary account, or a stolen one, is enough to change what belongs to all.",
    mend: "Ask for the role where the route or its router is declared, with the check that its neighbours have (`dependencies=[Depends(require_admin)]`, `@roles_required`, `permission_classes = [IsAdminUser]`), and let it answer 403.",
    messages,
    controls: ["AUTHZ-FN-01"],
    owasp: ["API5"],
    cwe: [285, 862],
    severity: "high",
    confidence: "medium",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    const names = new Map(input.applications.map(({ id, name }) => [id, name]));
    const knowRoles = new Set<string>();
    const writes = new Map<string, Endpoint[]>();
    const administrative = new Map<string, Endpoint[]>();
    for (const endpoint of input.endpoints) {
      const access = functionAccess(input, endpoint);
      if (access.kind === "role") knowRoles.add(endpoint.application);
      if (access.kind === "some-ways") yield someWaysReport(endpoint, access.steps);
      if (access.kind !== "anyone-signed-in") continue;
      const [groups, key] = isAdministrative(endpoint) ? [administrative, guardOf(endpoint)] : [writes, endpoint.application];
      groups.set(key, [...(groups.get(key) ?? []), endpoint]);
    }
    for (const endpoints of administrative.values()) yield administrativeReport(endpoints);
    // Where nothing asks for a role anywhere, callers are all alike by design.
    for (const [application, endpoints] of writes) if (knowRoles.has(application)) yield writesReport(names.get(application) ?? application, endpoints);
  },
});

/** What stands before an endpoint: it is what lacks the role, however many endpoints it stands before. */
function guardOf({ application, guards }: Endpoint): string {
  const guard = guards.find(({ verdict }) => verdict === "rejects");
  const place = guard?.proof.at(-1)?.span;
  return [application, guard?.name, place?.path, place?.line].join("\0");
}

function administrativeReport(endpoints: readonly Endpoint[]): Report<Message> {
  const [first, ...others] = endpoints.toSorted((a, b) => Number(isWrite(b)) - Number(isWrite(a)));
  if (first === undefined) throw new Error("A group of endpoints is never empty.");
  const shown = [first, ...others];
  return {
    message: "administrative",
    severity: isWrite(first) ? "high" : "medium",
    data: { endpoints: endpointList(shown) },
    span: first.span,
    symbol: first.handler.symbol,
    identity: ["administrative", ...endpoints.map(({ id }) => id).toSorted(compareText)].join(" "),
    ...(others.length === 0 && { endpoint: first.id }),
    proof: [...first.proof, ...shown.slice(0, namedInProof).map((endpoint) => ({ span: endpoint.handler.span, note: `${endpointName(endpoint)} runs for every signed-in caller` }))],
  };
}

function isWrite({ method }: Endpoint): boolean {
  return methodEffect(method) === "write";
}

function someWaysReport(endpoint: Endpoint, steps: readonly Step[]): Report<Message> {
  return {
    message: "some-ways",
    severity: "medium",
    data: { endpoint: endpointName(endpoint) },
    span: endpoint.span,
    symbol: endpoint.handler.symbol,
    identity: `some-ways ${endpoint.id}`,
    endpoint: endpoint.id,
    proof: [...steps, { span: endpoint.handler.span, note: "this handler answers" }],
  };
}

function writesReport(application: string, endpoints: readonly Endpoint[]): Report<Message> {
  const [first] = endpoints;
  const span = first?.span ?? { path: "", line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    message: "writes",
    severity: "low",
    data: { application, count: endpoints.length === 1 ? "1 write runs" : `${endpoints.length} writes run`, endpoints: endpointList(endpoints) },
    span,
    symbol: application,
    identity: ["writes", ...endpoints.map(({ id }) => id).toSorted(compareText)].join(" "),
    proof: endpoints.slice(0, namedInProof).map((endpoint) => ({ span: endpoint.handler.span, note: `${endpointName(endpoint)} runs for every signed-in caller` })),
  };
}
