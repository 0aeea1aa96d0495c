import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://infisical.com/docs/documentation/platform/token */
export const infisical: Vendor = vendor("Infisical", "https://infisical.com/docs/documentation/platform/token", [
  token("infisical-service-token", "Infisical service token", [either("st."), hex(24), either("."), hex(32), either("."), hex(32)]),
]);
