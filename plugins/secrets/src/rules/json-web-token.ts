import type { AnyRule } from "@muster/contract";
import { secretRule } from "../secret-rule.ts";

export const jsonWebToken: AnyRule = secretRule("json-web-token", {
  title: "A JSON web token in the tree",
  why: "A signed token is a credential for as long as it is valid, and some never expire. Its claims tell who it belongs to and what it opens.",
  mend: "Revoke the session or change the signing key where the token is still valid. In tests, make tokens when the test runs.",
  severity: "high",
  confidence: "medium",
});
