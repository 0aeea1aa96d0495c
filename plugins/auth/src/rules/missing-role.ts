import { compareText, defineRule, type Endpoint, type JudgeInput, type Report, type Rule, type Step } from "@muster/contract";
import { isAdministrative } from "../administrative.ts";
import { endpointList, endpointName } from "../endpoint-list.ts";
import { functionAccess } from "../function-access.ts";
import { methodEffect } from "../method.ts";

const messages = {
  administrative: "Every signed-in caller can use {endpoint}: it is administrative by its name, and nothing on its way asks for a role or scope.",
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
    for (const endpoint of input.endpoints) {
      const access = functionAccess(input, endpoint);
      if (access.kind === "role") knowRoles.add(endpoint.application);
      if (access.kind === "some-ways") yield reportOf("some-ways", endpoint, access.steps);
      if (access.kind !== "anyone-signed-in") continue;
      if (isAdministrative(endpoint)) yield reportOf("administrative", endpoint, access.steps);
      else writes.set(endpoint.application, [...(writes.get(endpoint.application) ?? []), endpoint]);
    }
    // Where nothing asks for a role anywhere, callers are all alike by design.
    for (const [application, endpoints] of writes) if (knowRoles.has(application)) yield writesReport(names.get(application) ?? application, endpoints);
  },
});

function reportOf(message: "administrative" | "some-ways", endpoint: Endpoint, steps: readonly Step[]): Report<Message> {
  const isWrite = methodEffect(endpoint.method) === "write";
  return {
    message,
    severity: message === "administrative" && isWrite ? "high" : "medium",
    data: { endpoint: endpointName(endpoint) },
    span: endpoint.span,
    symbol: endpoint.handler.symbol,
    identity: `${message} ${endpoint.id}`,
    endpoint: endpoint.id,
    proof: [...steps, { span: endpoint.handler.span, note: message === "administrative" ? "this handler runs for every signed-in caller" : "this handler answers" }],
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
