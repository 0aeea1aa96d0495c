import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://api.intra.42.fr/apidoc/guides/getting_started */
export const intra42: Vendor = vendor("42 Intra", "https://api.intra.42.fr/apidoc/guides/getting_started", [
  token("intra42-client-secret", "42 Intra client secret", [either("s-s4t2ud-", "s-s4t2af-"), hex(64)]),
]);
