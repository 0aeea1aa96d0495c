import { contractVersion, type Plugin } from "@muster/contract";
import { secret01 } from "./controls/secret-01.ts";
import { candidates } from "./extractor.ts";
import { optionsSchema } from "./options.ts";
import { connectionString } from "./rules/connection-string.ts";
import { credentialsInUrl } from "./rules/credentials-in-url.ts";
import { genericAssignment } from "./rules/generic-assignment.ts";
import { jsonWebToken } from "./rules/json-web-token.ts";
import { privateKey } from "./rules/private-key.ts";
import { providerToken } from "./rules/provider-token.ts";

export { engineOf } from "./extractor.ts";
export { formats } from "./formats.ts";

/** Looks for secrets in every file of the tree. */
const secrets: Plugin = {
  contract: contractVersion,
  name: "secrets",
  version: "0.1.0",
  options: optionsSchema,
  extractors: [candidates],
  analysis: {
    uses: [candidates.name],
    rules: [providerToken, privateKey, jsonWebToken, connectionString, credentialsInUrl, genericAssignment],
    controls: [secret01],
  },
};

export default secrets;
