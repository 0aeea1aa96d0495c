import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { reportsOf } from "../reports.ts";
import { sitesIn } from "../sites.ts";

const messages = {
  code: "`{of}` is given the authority of its clients, and asks none of them for a certificate: {what}.",
  deployment: "{of} lets clients in that show no certificate: `{what}`.",
} as const;

/** Servers that know by whom their clients are certified, and let everyone in. */
export const unverifiedClient: Rule<typeof messages> = defineRule({
  meta: {
    id: "transport/unverified-client",
    title: "Client certificates are prepared for and not required",
    why: "The configuration reads as if only known services were let in: an authority is named. Without the requirement a client that shows nothing is served like any other, and nobody notices, as all that should work does.",
    mend: "Require them: `ssl_cert_reqs=ssl.CERT_REQUIRED`, `require_client_auth=True`, `ssl_verify_client on;`, `auth-tls-verify-client: \"on\"`, `mode: STRICT`.",
    messages,
    controls: ["MTLS-01"],
    owasp: ["API2", "API8"],
    cwe: [295, 306],
    severity: "medium",
    confidence: "high",
    stability: "stable",
  },
  judge(input: JudgeInput) {
    return reportsOf<keyof typeof messages>(sitesIn(input), "client-not-required", ({ where }) => ({ message: where }));
  },
});
