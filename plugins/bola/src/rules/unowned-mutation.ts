import { defineRule } from "@muster/contract";
import type { CredentialType, Endpoint, Rule } from "@muster/contract";
import { judgeEndpoint } from "../judge-endpoint.ts";
import { touchText } from "../proof.ts";
import type { Flaw } from "../verdict.ts";

const messages = {
  noTie: "{method} {path} touches an object by an id that the caller chooses, and nothing ties the object to the caller: `{touch}`.",
  noCaller: "{method} {path} touches an object by an id that the caller chooses and never asks who is calling: `{touch}`.",
  branchOnly: "{method} {path} asks `{check}` on some paths only; on another, `{touch}` runs without it.",
  afterMutation: "{method} {path} asks `{check}` only after `{touch}`.",
  notEnforced: "{method} {path} asks `{check}`, and `{touch}` runs whatever the answer.",
  bodyOwner: "{method} {path} asks `{check}`, which compares the caller with what the caller sent, not with the object of `{touch}`.",
  noOwner: "{method} {path} lets everyone who is signed in touch any object by its id, and asks for no role: `{touch}`. Nothing in the data model says whose it is.",
  childNotTied: "{method} {path} asks `{check}` of another object; nothing ties the one of `{touch}` to it.",
};

const messageOf = {
  "no-tie": "noTie",
  "no-caller": "noCaller",
  "branch-only": "branchOnly",
  "after-mutation": "afterMutation",
  "not-enforced": "notEnforced",
  "body-owner": "bodyOwner",
  "child-not-tied": "childNotTied",
  "no-owner": "noOwner",
} as const satisfies { readonly [flaw in Flaw]: keyof typeof messages };

const personal = new Set<CredentialType>(["http-bearer", "oauth2", "openid-connect", "session", "http-digest"]);

/** A shared key tells no caller from another, and its holders may well be allowed everything. */
function tellsCallersApart(endpoint: Endpoint): boolean {
  return endpoint.guards.some((guard) => guard.verdict === "rejects" && guard.credentials.some((credential) => personal.has(credential)));
}

/** An object is deleted or changed by an id that the caller chooses, and nothing ties it to the caller. */
export const unownedMutation: Rule<typeof messages> = defineRule({
  meta: {
    id: "bola/unowned-mutation",
    title: "Object deleted or changed without an ownership check",
    why: "Whoever is signed in can send any id. Where the handler does not tie the object to the caller before it deletes or changes it, every user can destroy or take over the objects of every other, by counting ids up or by reusing one that was seen elsewhere.",
    mend: "Ask for the object and its owner together (`select(Item).where(Item.id == id, Item.owner_id == user.id)`), or load it, compare its owner or tenant with the caller and answer 403 or 404 before anything is written. Where the object hangs below a parent, check the parent and filter the child by the parent's id.",
    messages,
    controls: ["AUTHZ-OBJ-01"],
    owasp: ["API1"],
    cwe: [639, 285],
    severity: "high",
    confidence: "high",
    stability: "stable",
  },
  *judge(input) {
    for (const endpoint of input.endpoints) {
      const verdict = judgeEndpoint(endpoint, input);
      if (verdict.kind !== "untied") continue;
      const unsure = !verdict.isShown || verdict.flaw === "no-owner" || (verdict.flaw === "no-caller" && !tellsCallersApart(endpoint));
      yield {
        message: messageOf[verdict.flaw],
        data: { method: endpoint.method, path: endpoint.path, touch: touchText(verdict.mutation.event), check: verdict.check ?? "" },
        span: verdict.span,
        symbol: endpoint.handler.symbol,
        identity: `${endpoint.method} ${endpoint.path}`,
        endpoint: endpoint.id,
        proof: verdict.proof,
        ...(unsure ? { confidence: "medium" as const } : {}),
      };
    }
  },
});
