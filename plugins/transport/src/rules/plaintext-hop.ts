import { defineRule, type JudgeInput, type Rule } from "@muster/contract";
import { reportsOf } from "../reports.ts";
import { sitesIn } from "../sites.ts";

const messages = {
  grpc: "`{of}` connects to another service without encryption, and nothing in the repository shows a mesh that adds it.",
  database: "`{of}` connects to a database without encryption, or is content where there is none: {what}.",
  deployment: "{of} is told to send in the clear: `{what}`.",
} as const;

/** Connections between services that anyone on the way can read. */
export const plaintextHop: Rule<typeof messages> = defineRule({
  meta: {
    id: "transport/plaintext-hop",
    title: "A connection between services is not encrypted",
    why: "Whoever is on the same network, by a container or a node, reads and changes what the services tell each other, and neither can tell who the other is.",
    mend: "Use `grpc.secure_channel` with `ssl_channel_credentials(root_certificates, private_key, certificate_chain)`, ask databases for `sslmode=verify-full`, or let a mesh demand mutual TLS and keep its policy in the repository.",
    messages,
    controls: ["MTLS-01"],
    owasp: ["API8"],
    cwe: [319],
    severity: "low",
    confidence: "medium",
    stability: "stable",
  },
  judge(input: JudgeInput) {
    const sites = sitesIn(input);
    const isMeshed = sites.some(({ kind }) => kind === "mesh");
    return reportsOf<keyof typeof messages>(sites, "plaintext", ({ where, what }) => (where === "deployment" ? { message: "deployment", severity: "medium" } : { message: what.startsWith("ssl") ? "database" : "grpc" })).filter(({ message }) => message === "deployment" || !isMeshed);
  },
});
