import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://docs.exa.ai/reference/quickstart */
export const exa: Vendor = vendor("Exa", "https://docs.exa.ai/reference/quickstart", [
  assigned("exa-api-key", "Exa API key", ["exa_api_key", "exa_key", "exa-api-key"], [...uuid()]),
]);
