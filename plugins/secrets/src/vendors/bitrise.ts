import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url } from "../part.ts";

/** Source: https://docs.bitrise.io/en/bitrise-platform/accounts/personal-access-tokens.html */
export const bitrise: Vendor = vendor("Bitrise", "https://docs.bitrise.io/en/bitrise-platform/accounts/personal-access-tokens.html", [
  assigned("bitrise-token", "Bitrise token", ["bitrise"], [base64url(86)], { minEntropy: 3.5 }),
]);
