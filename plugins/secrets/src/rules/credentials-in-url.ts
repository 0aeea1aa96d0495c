import type { AnyRule } from "@muster/contract";
import { secretRule } from "../secret-rule.ts";

export const credentialsInUrl: AnyRule = secretRule("credentials-in-url", {
  title: "A user and password in a URL",
  why: "Credentials in a URL are also written to logs, histories and error messages by everything that handles the URL.",
  mend: "Change the password, and pass it in a header or through a credential helper, from the environment or a secret manager.",
  severity: "high",
  confidence: "medium",
});
