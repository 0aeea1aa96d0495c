import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { reportsOf } from "../reports.ts";
import { tokenSites } from "../token-sites.ts";

const messages = {
  "from-token": "The token itself says by which algorithm it is verified: `alg` of its header, which its sender writes.",
  absent: "{library} verifies this token by whatever algorithm its header names, as none is allowed by name.",
  "absent-in-pyjwt": "No algorithm is allowed by name here: PyJWT before 2.0 then takes the one that the token names, and later versions refuse every token.",
  mixed: "Shared secrets and key pairs are allowed for one key: a token signed with the public key as the secret may pass.",
} as const;

/** Verification that lets the sender choose the algorithm. */
export const openAlgorithms: Rule<typeof messages> = defineRule({
  meta: {
    id: "tokens/open-algorithms",
    title: "The sender of a token chooses its algorithm",
    why: "Who chooses the algorithm can choose one that makes verification worthless: `none`, or HMAC with the public key, which everybody has, as its secret (RFC 8725, 2.1 and 3.1).",
    mend: "Name the one algorithm that the issuer signs with, as a constant: `algorithms=[\"RS256\"]`. Where keys come from a published set, take it from the key and never from the token's header.",
    messages,
    controls: ["JWT-01"],
    owasp: ["API2"],
    cwe: [347, 327],
    severity: "medium",
    confidence: "high",
    stability: "stable",
  },
  *judge(input: JudgeInput) {
    const sites = tokenSites(input);
    yield* reportsOf<keyof typeof messages>(sites, "algorithm-from-token", () => ({ message: "from-token", severity: "high", note: "the algorithm is read off the token" }));
    yield* reportsOf<keyof typeof messages>(sites, "no-algorithms", ({ library }) =>
      library === "PyJWT" ? { message: "absent-in-pyjwt", confidence: "medium", note: "no `algorithms` is given" } : { message: "absent", data: { library }, note: "no algorithm is named" },
    );
    yield* reportsOf<keyof typeof messages>(sites, "mixed-algorithms", () => ({ message: "mixed", severity: "low", confidence: "medium", note: "algorithms of both kinds are allowed" }));
  },
});
