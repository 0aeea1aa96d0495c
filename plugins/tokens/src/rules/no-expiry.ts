import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { reportsOf } from "../reports.ts";
import { tokenSites } from "../token-sites.ts";

const messages = {
  issued: "This token says who signs in, and not until when: it never expires.",
  setting: "{library} is configured to issue tokens that never expire.",
} as const;

/** Tokens that are issued for ever. */
export const noExpiry: Rule<typeof messages> = defineRule({
  meta: {
    id: "tokens/no-expiry",
    title: "A token that never expires",
    why: "Whoever gets hold of such a token, from a log, a backup or a device that was sold, is signed in for ever. Changing the password does not end it.",
    mend: "Give the token an end: `\"exp\": datetime.now(timezone.utc) + timedelta(minutes=15)`, and renew it by a refresh token that can be revoked.",
    messages,
    controls: ["JWT-01"],
    owasp: ["API2"],
    cwe: [613],
    severity: "medium",
    confidence: "high",
    stability: "stable",
  },
  judge(input: JudgeInput) {
    return reportsOf<keyof typeof messages>(tokenSites(input), "no-expiry", ({ does, library }, byDefault) => ({
      message: does === "configure" ? "setting" : "issued",
      data: { library },
      ...(byDefault && { severity: "low" }),
      note: does === "configure" ? "the lifetime is off" : "the claims are these, and `exp` is not among them",
    }));
  },
});
