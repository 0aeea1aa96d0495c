import { token, type Vendor, vendor } from "../format.ts";
import { either, uuid } from "../part.ts";

/** Source: https://axiom.co/docs/reference/tokens */
export const axiom: Vendor = vendor("Axiom", "https://axiom.co/docs/reference/tokens", [
  token("axiom-token", "Axiom token", [either("xaat-", "xapt-"), ...uuid()]),
]);
