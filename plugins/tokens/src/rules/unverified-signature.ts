import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { reportsOf } from "../reports.ts";
import { tokenSites } from "../token-sites.ts";

const messages = {
  decode: "{library} reads this token without verifying its signature: whoever sends it writes its claims.",
  default: "{library} reads this token without verifying its signature unless the environment or a caller says otherwise: whoever sends it then writes its claims.",
  setting: "{library} is configured to accept tokens without a signature: whoever sends one writes its claims.",
} as const;

/** Tokens that are believed although nothing shows who made them. */
export const unverifiedSignature: Rule<typeof messages> = defineRule({
  meta: {
    id: "tokens/unverified-signature",
    title: "A token is read without its signature",
    why: "The signature is all that ties a token to the one who issued it. Without it every claim, the user and the roles among them, is what the sender likes.",
    mend: "Decode with the key and the algorithm that the issuer signs with: `jwt.decode(token, key, algorithms=[\"RS256\"], audience=…, issuer=…)`. Where the header or the issuer is needed first to choose the key, verify the token in the same function before any claim is used.",
    messages,
    controls: ["JWT-01"],
    owasp: ["API2"],
    cwe: [347],
    severity: "high",
    confidence: "high",
    stability: "stable",
  },
  judge(input: JudgeInput) {
    return reportsOf<keyof typeof messages>(tokenSites(input), "unsigned", ({ library, does }, byDefault) => ({
      message: does === "configure" ? "setting" : byDefault ? "default" : "decode",
      data: { library },
      ...(byDefault && { severity: "medium", confidence: "medium" }),
      note: "the signature is not verified here",
    }));
  },
});
