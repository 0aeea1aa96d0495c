import { token, type Vendor, vendor } from "../format.ts";
import { either, upperAlnum } from "../part.ts";

/** Source: https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key */
export const octopus: Vendor = vendor("Octopus Deploy", "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key", [
  token("octopus-api-key", "Octopus Deploy API key", [either("API-"), upperAlnum(26, 31)], { minEntropy: 3.5 }),
]);
