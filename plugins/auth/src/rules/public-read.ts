import { compareSpans, defineRule, type Endpoint, type Guard, type JudgeInput, type Report, type Rule } from "@muster/contract";
import { endpointList } from "../endpoint-list.ts";
import { exposedEndpoints } from "../exposed-endpoints.ts";
import { existenceOf, gapOf } from "../exposure.ts";
import { accountedEndpoints } from "../accounted.ts";
import { methodEffect } from "../method.ts";
import { publicPurpose } from "../public-purpose.ts";

const messages = {
  "public-read": "Anyone can read {method} {path}: {gap}.{existence}",
  documents: "{paths} of {application} are public: anyone can read which endpoints there are and what they take. If that is meant, approve them as public; else turn them off (`openapi_url=None`).",
  "well-known": "{method} {path} is public, as its name suggests ({purpose}). If it tells nothing about customers or the machine, approve it as public.{existence}",
} as const;

/** Public endpoints that read, one finding each (the framework's own documents share one), unless a guard that never rejects already accounts for them. */
export const publicRead: Rule<typeof messages> = defineRule({
  meta: {
    id: "auth/public-read",
    title: "A read endpoint that anyone can call, and that nobody approved",
    why: "What the endpoint returns is published to the internet, and can be collected record by record. Some endpoints are meant to be: the approved list keeps those apart from the ones that were forgotten.",
    mend: "Attach the guard that the neighbouring endpoints use, to the route or to its router. Where everybody may read the answer, add the endpoint to the approved public endpoints of the configuration, with the reason.",
    messages,
    controls: ["AUTHN-01"],
    owasp: ["API2"],
    cwe: [306],
    severity: "medium",
    confidence: "high",
    stability: "stable",
  },
  *judge(input: JudgeInput) {
    const accounted = accountedEndpoints(input);
    const documents = new Map<string, Endpoint[]>();
    for (const endpoint of exposedEndpoints(input)) {
      if (methodEffect(endpoint.method) !== "read" || accounted.has(endpoint)) continue;
      if (isFrameworkDocument(endpoint)) documents.set(endpoint.application, [...(documents.get(endpoint.application) ?? []), endpoint]);
      else yield reportOf(endpoint);
    }
    const names = new Map(input.applications.map((application) => [application.id, application.name]));
    for (const [application, endpoints] of documents) yield* documentReports(names.get(application) ?? application, endpoints);
  },
});

/** The pages that a framework adds by itself: declared by no route, but by the application object. */
function isFrameworkDocument(endpoint: Endpoint): boolean {
  return endpoint.hidden && publicPurpose(endpoint) === "document" && compareSpans(endpoint.span, endpoint.handler.span) === 0;
}

function* documentReports(application: string, endpoints: readonly Endpoint[]): Iterable<Report<keyof typeof messages>> {
  const [first] = endpoints;
  if (first === undefined) return;
  yield {
    message: "documents",
    severity: "info",
    data: { paths: endpointList(endpoints), application },
    span: first.span,
    symbol: application,
    identity: "documents",
    proof: first.proof,
  };
}

/** A guard that a route or router attached, knowing that strangers pass it: that the answer is public was mostly meant. */
function isMeantOptional(guard: Guard): boolean {
  return guard.verdict === "optional" && guard.layer !== "application" && guard.layer !== "mount";
}

function reportOf(endpoint: Endpoint): Report<keyof typeof messages> {
  const purpose = publicPurpose(endpoint);
  return {
    ...(purpose !== undefined ? { message: "well-known", severity: "info" } : endpoint.guards.some(isMeantOptional) ? { message: "public-read", severity: "low" } : { message: "public-read" }),
    data: { method: endpoint.method, path: endpoint.path, gap: gapOf(endpoint), existence: existenceOf(endpoint), purpose: purpose ?? "" },
    span: endpoint.span,
    symbol: endpoint.handler.symbol,
    identity: endpoint.id,
    endpoint: endpoint.id,
    proof: endpoint.proof,
  };
}
