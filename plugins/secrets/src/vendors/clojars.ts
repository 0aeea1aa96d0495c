import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://github.com/clojars/clojars-web/wiki/Deploy-Tokens */
export const clojars: Vendor = vendor("Clojars", "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens", [
  token("clojars-deploy-token", "Clojars deploy token", [either("CLOJARS_"), lowerAlnum(60)]),
]);
