import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { reportsOf } from "../reports.ts";
import { sitesIn } from "../sites.ts";

const messages = {
  off: "`{of}` connects with `{what}`: whoever answers is taken for the server that was meant.",
  default: "`{of}` connects with `{what}` unless the environment or a caller says otherwise: whoever answers is then taken for the server that was meant.",
  deployment: "{of} does not verify the server that it connects to: `{what}`.",
} as const;

/** Clients that do not look at the certificate of their server. */
export const unverifiedCertificate: Rule<typeof messages> = defineRule({
  meta: {
    id: "transport/unverified-certificate",
    title: "A client does not verify the certificate of its server",
    why: "Encryption without verification keeps nobody out who can get between the two: the data, and the credentials that are sent with it, go to whoever answers. Inside a network that is any compromised container.",
    mend: "Verify: drop the argument, or set it to True. For a private authority give its certificate: `verify=\"/etc/ssl/internal-ca.pem\"`, `ssl.create_default_context(cafile=…)`.",
    messages,
    controls: ["MTLS-01"],
    owasp: ["API8", "API10"],
    cwe: [295],
    severity: "high",
    confidence: "high",
    stability: "stable",
  },
  judge(input: JudgeInput) {
    return reportsOf<keyof typeof messages>(sitesIn(input), "unverified", ({ where, byDefault, certain }) => {
      if (where === "deployment") return { message: "deployment" };
      if (byDefault) return { message: "default", severity: "medium", confidence: certain ? "high" : "low" };
      return certain ? { message: "off" } : { message: "off", confidence: "medium" };
    });
  },
});
