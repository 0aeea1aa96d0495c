import { compareText, defineRule, type Endpoint, type JudgeInput, type Report, type Rule, type Severity } from "@muster/contract";
import { agreementOf, type Agreement } from "../auth-agreement.ts";
import { driftOf, nameOf, type Described } from "../drift.ts";
import { endpointList, named } from "../endpoint-list.ts";
import { isWrite } from "../method.ts";

const messages = {
  claimed: "{document} says that {endpoint} needs a credential, and the code lets anyone call it.{approved}",
  optional: "{document} says that {endpoint} needs a credential, and `{guard}` lets callers without one pass.{approved}",
  denied: "{document} says that anyone may call {endpoint}, and the code turns callers without a credential away.",
  default: "{document} asks for a credential everywhere, by the `security` of the whole document, and the code lets anyone call {endpoints}.",
  unstated: "{document} names credentials for other operations and none for {endpoints}, which the code protects.",
} as const;

type Message = keyof typeof messages;

/** Endpoints whose document says otherwise than the code who may call them. */
export const authDrift: Rule<typeof messages> = defineRule({
  meta: {
    id: "drift/auth-drift",
    title: "The API document and the code disagree on who may call",
    why: "Reviews of access, gateways and generated clients go by the document. Where it promises a credential that the code does not ask for, an open endpoint passes every review.",
    mend: "Where the document is right, attach the guard to the endpoint. Where the code is right, change the operation's `security` (`[]` for a public one), or declare the guard as a security scheme of the framework, so that generated documents show it.",
    messages,
    controls: ["DOC-01"],
    owasp: ["API9", "API2"],
    cwe: [1059, 306],
    severity: "medium",
    confidence: "high",
    stability: "preview",
  },
  *judge(input: JudgeInput) {
    const drift = driftOf(input);
    const groups = new Map<string, { readonly message: "default" | "unstated"; readonly by: Described; readonly endpoints: Endpoint[] }>();
    for (const endpoint of input.endpoints) {
      const agreement = agreementOf(drift, endpoint);
      const message = messageOf(agreement, endpoint);
      if (message === undefined || agreement.kind === "undescribed") continue;
      if (message === "default" || message === "unstated") {
        const key = `${message} ${agreement.by.document.path}`;
        const known = groups.get(key);
        if (known) known.endpoints.push(endpoint);
        else groups.set(key, { message, by: agreement.by, endpoints: [endpoint] });
      } else yield reportOf(message, endpoint, agreement.by, input.isApprovedPublic(endpoint));
    }
    for (const { message, by, endpoints } of groups.values()) yield groupReport(message, by, endpoints);
  },
});

function messageOf(agreement: Agreement, endpoint: Endpoint): Message | undefined {
  switch (agreement.kind) {
    case "claimed":
      if (agreement.by.operation.byDefault) return "default";
      return passing(endpoint) === undefined ? "claimed" : "optional";
    case "denied":
    case "unstated":
      return agreement.kind;
    case "agrees":
    case "silent":
    case "undecided":
    case "undescribed":
      return undefined;
    default:
      return agreement satisfies never;
  }
}

/** A guard that knows callers and turns none away: documents are often generated from its scheme. */
function passing(endpoint: Endpoint): string | undefined {
  return endpoint.guards.findLast(({ verdict, flaw }) => verdict === "optional" || (verdict === "none" && flaw === undefined))?.name;
}

function reportOf(message: "claimed" | "optional" | "denied", endpoint: Endpoint, { document, operation }: Described, approved: boolean): Report<Message> {
  return {
    message,
    severity: severityOf(message, endpoint, approved),
    ...(message === "optional" && { confidence: "medium" as const }),
    data: { document: document.path, endpoint: nameOf(endpoint), guard: passing(endpoint) ?? "", approved: approved ? " The configuration approves it as public." : "" },
    span: endpoint.span,
    symbol: endpoint.handler.symbol,
    identity: `${message} ${endpoint.id}`,
    endpoint: endpoint.id,
    proof: [{ span: operation.span, note: message === "denied" ? `${document.path} lets anyone call here` : `${document.path} asks for a credential here` }, ...endpoint.proof],
  };
}

function severityOf(message: "claimed" | "optional" | "denied", endpoint: Endpoint, approved: boolean): Severity {
  if (message === "denied" || approved) return "low";
  if (message === "optional") return isWrite(endpoint.method) ? "medium" : "low";
  return isWrite(endpoint.method) ? "high" : "medium";
}

/** One word of the document is to blame, or its silence: one report, with the endpoints that it is wrong about. */
function groupReport(message: "default" | "unstated", { document, operation }: Described, endpoints: readonly Endpoint[]): Report<Message> {
  const isSilent = message === "unstated";
  return {
    message,
    severity: "low",
    data: { document: document.path, endpoints: endpointList(endpoints) },
    span: operation.span,
    symbol: document.path,
    identity: [message, ...endpoints.map(({ id }) => id).toSorted(compareText)].join(" "),
    proof: [
      { span: operation.span, note: isSilent ? `${document.path} states no credential here` : `${document.path} says nothing here, so that its own \`security\` holds` },
      ...endpoints.slice(0, named).map((endpoint) => ({ span: endpoint.proof.at(-1)?.span ?? endpoint.span, note: `${nameOf(endpoint)} ${isSilent ? "turns callers without a credential away" : "lets anyone in"}` })),
    ],
  };
}
