import type { AnyRule } from "@muster/contract";
import { secretRule } from "../secret-rule.ts";

export const providerToken: AnyRule = secretRule("provider-token", {
  title: "A provider's token in the tree",
  why: "Whoever reads the code, a fork, a backup or a build log can act as you at the provider until the token is revoked. Scanners of attackers find such tokens within minutes of a push.",
  mend: "Revoke the token at the provider first, then read it from the environment or a secret manager. Removing the line is not enough: it stays in the history.",
  severity: "critical",
  confidence: "high",
});
