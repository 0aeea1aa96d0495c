import { compareText, defineRule, type Endpoint, type JudgeInput, type Report, type Rule, type Severity, type Step } from "@muster/contract";
import { driftOf, nameOf } from "../drift.ts";
import { endpointList, named } from "../endpoint-list.ts";
import type { Description } from "../match/describe.ts";
import type { Scope } from "../match/scope.ts";
import { isWrite } from "../method.ts";
import { documentNames, standings } from "../standing.ts";

const messages = {
  shadow: "{endpoint} is served, and {documents} does not describe it.{open}{condition}",
  partial: "{documents} describes {described} of {served} endpoints of {application}{below}: {count} it does not, such as {endpoints}.{open}",
  beside: "{documents} describes {application} below {below}. Beside it {count} served: {endpoints}.",
  hidden: "The code leaves {count} out of the document on purpose: {endpoints}. Reviews that go by {documents} do not see them.",
} as const;

type Message = keyof typeof messages;

/** Endpoints of one application that are in none of its documents, by what that means. */
type Omitted = { readonly application: string; readonly documents: readonly Description[]; readonly scope: Scope | undefined } & { readonly [kind in "shadow" | "beside" | "hidden"]: Endpoint[] };

/** Endpoints that are served and that no document of their application describes. */
export const shadowEndpoint: Rule<typeof messages> = defineRule({
  meta: {
    id: "drift/shadow-endpoint",
    title: "An endpoint that the API document does not describe",
    why: "Gateways, tests, reviews and penetration tests go by the document. What it leaves out is reachable all the same, and nobody looks after it.",
    mend: "Describe the endpoint in the document, or generate the document anew from the code and commit it. Where clients must not know of the endpoint, hide it in the code (`include_in_schema=False`), so that the omission is a decision on record; where it is not needed, remove it.",
    messages,
    controls: ["INV-01"],
    owasp: ["API9"],
    cwe: [1059],
    severity: "medium",
    confidence: "high",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    for (const omitted of omissions(input)) {
      if (omitted.scope?.isPartial === true) yield* groupReport("partial", omitted, omitted.shadow);
      else for (const endpoint of omitted.shadow) yield shadowReport(endpoint, omitted.documents);
      yield* groupReport("beside", omitted, omitted.beside);
      yield* groupReport("hidden", omitted, omitted.hidden);
    }
  },
});

function omissions(input: JudgeInput): Omitted[] {
  const drift = driftOf(input);
  const names = new Map(input.applications.map(({ id, name }) => [id, name]));
  const out = new Map<string, Omitted>();
  for (const { endpoint, standing } of standings(input, drift)) {
    if (standing.kind !== "shadow" && standing.kind !== "beside" && standing.kind !== "hidden") continue;
    if (isOfFramework(endpoint) || endpoint.unreachable !== undefined) continue;
    const known = out.get(endpoint.application) ?? { application: names.get(endpoint.application) ?? endpoint.application, documents: standing.documents, scope: drift.scopes.get(endpoint.application), shadow: [], beside: [], hidden: [] };
    known[standing.kind].push(endpoint);
    out.set(endpoint.application, known);
  }
  return [...out.values()];
}

/** What a framework serves by itself (its documents, static files) is declared where the application is made, or in its own code. */
function isOfFramework({ hidden, span, handler }: Endpoint): boolean {
  return span.path.startsWith("<") || (hidden && span.path === handler.span.path && span.line === handler.span.line && span.column === handler.span.column);
}

function shadowReport(endpoint: Endpoint, documents: readonly Description[]): Report<Message> {
  const [condition] = endpoint.conditions;
  return {
    message: "shadow",
    severity: severityOf(endpoint),
    ...(condition !== undefined && { confidence: "medium" as const }),
    data: {
      endpoint: nameOf(endpoint),
      documents: documentNames(documents),
      open: endpoint.posture === "public" ? " Anyone can call it." : "",
      condition: condition === undefined ? "" : ` It exists only where ${condition.holds ? "" : "not "}\`${condition.text}\`.`,
    },
    span: endpoint.span,
    symbol: endpoint.handler.symbol,
    identity: endpoint.id,
    endpoint: endpoint.id,
    proof: [{ span: endpoint.span, note: `${nameOf(endpoint)} is declared here` }, ...documentSteps(documents)],
  };
}

function severityOf(endpoint: Endpoint): Severity {
  if (endpoint.conditions.length > 0 || endpoint.posture === "protected") return "low";
  return endpoint.posture === "public" && isWrite(endpoint.method) ? "high" : "medium";
}

/** One report for what is left out together: a person decides about it once. */
function* groupReport(message: "partial" | "beside" | "hidden", { application, documents, scope }: Omitted, endpoints: readonly Endpoint[]): Iterable<Report<Message>> {
  const open = endpoints.filter((endpoint) => endpoint.posture === "public" && isWrite(endpoint.method));
  // What anyone can write to comes first: it is what to look at.
  const shown = message === "partial" ? [...open, ...endpoints.filter((endpoint) => !open.includes(endpoint))] : endpoints;
  const [first] = shown;
  if (first === undefined) return;
  const [count, verb] = endpoints.length === 1 ? ["1 endpoint", " is"] : [`${endpoints.length} endpoints`, " are"];
  const below = scope === undefined || scope.prefix === "" ? "" : scope.prefix;
  yield {
    message,
    severity: message === "partial" ? (open.length > 0 ? "medium" : "low") : "info",
    data: {
      application,
      documents: documentNames(documents),
      described: String(scope?.described ?? 0),
      served: String(scope?.served ?? 0),
      below: message === "partial" ? (below === "" ? "" : ` below ${below}`) : below,
      count: message === "beside" ? `${count}${verb}` : count,
      endpoints: endpointList(shown),
      open: open.length > 0 ? ` Anyone can call ${open.length === 1 ? "one that writes" : `${open.length} that write`}.` : "",
    },
    span: first.span,
    symbol: application,
    identity: [message, ...(message === "partial" ? open : endpoints).map(({ id }) => id).toSorted(compareText)].join(" "),
    proof: [...documentSteps(documents), ...shown.slice(0, named).map((endpoint) => ({ span: endpoint.span, note: `${nameOf(endpoint)} is declared here` }))],
  };
}

function documentSteps(documents: readonly Description[]): Step[] {
  return documents.flatMap(({ document, matches }) => {
    const [neighbour] = matches.keys();
    return neighbour === undefined ? [] : [{ span: neighbour.span, note: `${document.path} describes this application: ${matches.size} of its ${document.operations.length} operations are served, the first of them here` }];
  });
}
