import type { AnyRule } from "@muster/contract";
import { secretRule } from "../secret-rule.ts";

export const genericAssignment: AnyRule = secretRule("generic-assignment", {
  title: "A literal assigned to a name that says secret",
  why: "A password, key or token that is written in code is known to everyone who can read the code, is the same in every environment, and cannot be changed without a release.",
  mend: "Change the value where it is used, and read it from the environment or a secret manager. Where it is no secret, say so on its line with muster:allow-secret and the reason.",
  severity: "high",
  confidence: "medium",
});
