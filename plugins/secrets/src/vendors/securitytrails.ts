import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://docs.securitytrails.com/docs/authentication */
export const securitytrails: Vendor = vendor("SecurityTrails", "https://docs.securitytrails.com/docs/authentication", [
  assigned("securitytrails-key", "SecurityTrails API key", ["securitytrails", "security_trails"], [alnum(32)], { minEntropy: 3.5 }),
]);
