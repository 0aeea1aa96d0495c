import { type AnyRule, contractVersion, type Plugin } from "@muster/contract";
import { secret02 } from "./controls/secret-02.ts";
import { secret01 } from "./controls/secret-01.ts";
import { candidates, checkOptions } from "./extractor.ts";
import { optionsSchema } from "./options.ts";
import { connectionString } from "./rules/connection-string.ts";
import { credentialsInUrl } from "./rules/credentials-in-url.ts";
import { genericAssignment } from "./rules/generic-assignment.ts";
import { jsonWebToken } from "./rules/json-web-token.ts";
import { privateKey } from "./rules/private-key.ts";
import { providerToken } from "./rules/provider-token.ts";

export { engineOf } from "./extractor.ts";
export { formats } from "./formats.ts";

const rules: readonly AnyRule[] = [providerToken, privateKey, jsonWebToken, connectionString, credentialsInUrl, genericAssignment];

/** Looks for secrets in every file of the tree, and in every content of its history. */
const secrets: Plugin = {
  contract: contractVersion,
  name: "secrets",
  version: "0.1.0",
  options: optionsSchema,
  checkOptions,
  extractors: [candidates],
  analysis: { uses: [candidates.name], rules, controls: [secret01] },
  history: { uses: [candidates.name], rules, controls: [secret02] },
};

export default secrets;
