import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { reportsOf } from "../reports.ts";
import { tokenSites } from "../token-sites.ts";

const messages = {
  expiry: "The expiry of this token is not checked: one that was ever valid stays so.",
  "expiry-by-default": "The expiry of this token is not checked unless the environment or a caller says otherwise.",
  "never-validated": "{library} verifies the signature here and leaves the claims to `validate()`, which nothing calls: expired tokens pass.",
  audience: "Neither audience nor issuer of this token is checked, and its key is its issuer's: what was issued for another application passes.",
} as const;

/** Tokens whose claims are believed whatever they say. */
export const uncheckedClaims: Rule<typeof messages> = defineRule({
  meta: {
    id: "tokens/unchecked-claims",
    title: "Claims of a token are not checked",
    why: "A signature shows who issued a token, not that it is still meant to be used, nor here. A token that never ends its life stays a key for whoever finds it, and one of another application of the same issuer opens this one.",
    mend: "Leave `verify_exp` on, and give `audience=` and `issuer=`. With Authlib call `claims.validate()`, with joserfc `JWTClaimsRegistry(...).validate(token.claims)`, before a claim is used.",
    messages,
    controls: ["JWT-01"],
    owasp: ["API2"],
    cwe: [613, 345],
    severity: "medium",
    confidence: "medium",
    stability: "stable",
  },
  *judge(input: JudgeInput) {
    const sites = tokenSites(input);
    yield* reportsOf<keyof typeof messages>(sites, "expiry-off", (_, byDefault) => (byDefault ? { message: "expiry-by-default", severity: "low", note: "`verify_exp` is off by default" } : { message: "expiry", note: "`verify_exp` is off" }));
    yield* reportsOf<keyof typeof messages>(sites, "never-validated", ({ library }) => ({ message: "never-validated", data: { library }, note: "the claims of what comes out of this are never validated" }));
    yield* reportsOf<keyof typeof messages>(sites, "audience-off", () => ({ message: "audience", severity: "low", confidence: "low", note: "`verify_aud` is off, and no issuer is given" }));
  },
});
