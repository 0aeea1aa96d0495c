import type { AnyRule } from "@muster/contract";
import { secretRule } from "../secret-rule.ts";

export const privateKey: AnyRule = secretRule("private-key", {
  title: "A private key in the tree",
  why: "A private key proves an identity: whoever has it can sign, decrypt or sign in as its owner, and nobody notices. It cannot be made secret again.",
  mend: "Issue a new key pair, remove the old public key wherever it is trusted, and load the new private key from a secret manager or a mounted file that is not in the repository.",
  severity: "critical",
  confidence: "high",
});
