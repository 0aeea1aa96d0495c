import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://docs.readme.com/main/reference/intro/authentication */
export const readme: Vendor = vendor("ReadMe", "https://docs.readme.com/main/reference/intro/authentication", [
  token("readme-api-key", "ReadMe API key", [either("rdme_"), lowerAlnum(70)]),
]);
