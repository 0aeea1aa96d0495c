import { defineRule, type Endpoint, type JudgeInput, type Report, type Rule } from "@muster/contract";
import { exposedEndpoints } from "../exposed-endpoints.ts";
import { existenceOf, gapOf } from "../exposure.ts";
import { accountedEndpoints } from "../accounted.ts";
import { methodEffect } from "../method.ts";
import { attachGuard } from "../mends/attach-guard.ts";
import { publicPurpose } from "../public-purpose.ts";

const messages = {
  "public-write": "Anyone can call {method} {path}: {gap}.{existence}",
  channel: "Anyone can open the WebSocket {path}: {gap}.{existence} A credential that is read after the connection is accepted comes too late.",
  webhook: "{method} {path} is named like a webhook, and anyone can call it: {gap}. Its sender's signature is not checked on the way.{existence}",
  "sign-in": "{method} {path} is public and named like a sign-in. If that is what it is, approve it as public.{existence}",
  "sign-up": "{method} {path} is public and named like a sign-up. If anyone may open an account here, approve it as public.{existence}",
  recovery: "{method} {path} is public and named like an account recovery. If it proves its caller by a mailed token, approve it as public.{existence}",
} as const;

/** Public endpoints that write, one finding each, unless a guard that never rejects already accounts for them. */
export const publicWrite: Rule<typeof messages> = defineRule({
  meta: {
    id: "auth/public-write",
    title: "A write endpoint that anyone can call",
    why: "Whoever reaches the service can create, change or delete data without saying who they are. Such endpoints are found by scanning within hours, and leave no name in the records.",
    mend: "Attach the guard that the neighbouring endpoints use, to the route or to its whole router: `dependencies=[Depends(get_current_user)]`. Where the endpoint is meant to be public, add it to the approved public endpoints of the configuration, with the reason.",
    messages,
    controls: ["AUTHN-01"],
    owasp: ["API2", "API5"],
    cwe: [306],
    severity: "high",
    confidence: "high",
    stability: "stable",
  },
  *judge(input: JudgeInput) {
    const accounted = accountedEndpoints(input);
    for (const endpoint of exposedEndpoints(input)) {
      if (methodEffect(endpoint.method) !== "read" && !accounted.has(endpoint)) yield reportOf(endpoint, input);
    }
  },
});

function reportOf(endpoint: Endpoint, input: JudgeInput): Report<keyof typeof messages> {
  const graded = grade(endpoint);
  // What is named for being open may be meant so: that takes a decision.
  const fix = graded.message === "public-write" ? attachGuard(endpoint, input) : undefined;
  return {
    ...graded,
    data: { method: endpoint.method, path: endpoint.path, gap: gapOf(endpoint), existence: existenceOf(endpoint) },
    span: endpoint.span,
    symbol: endpoint.handler.symbol,
    identity: endpoint.id,
    endpoint: endpoint.id,
    proof: endpoint.proof,
    ...(fix && { fix }),
  };
}

function grade(endpoint: Endpoint): Pick<Report<keyof typeof messages>, "message" | "severity" | "confidence"> {
  if (methodEffect(endpoint.method) === "channel") return { message: "channel", severity: "medium", confidence: "medium" };
  const purpose = publicPurpose(endpoint);
  switch (purpose) {
    case "sign-in":
    case "sign-up":
    case "recovery":
      return { message: purpose, severity: "low" };
    case "webhook":
      return { message: purpose, severity: "medium", confidence: "medium" };
    case "health":
    case "document":
    case undefined:
      return { message: "public-write", ...(endpoint.conditions.length > 0 ? { confidence: "medium" as const } : {}) };
    default:
      return purpose satisfies never;
  }
}
