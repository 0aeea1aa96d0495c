import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url } from "../part.ts";

/** Source: https://docs.travis-ci.com/user/triggering-builds/ */
export const travis: Vendor = vendor("Travis CI", "https://docs.travis-ci.com/user/triggering-builds/", [
  assigned("travis-token", "Travis CI access token", ["travis_token", "travis_api", "travis-token"], [base64url(22)], { minEntropy: 3.5 }),
]);
