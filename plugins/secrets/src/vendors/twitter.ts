import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, digits, either } from "../part.ts";

/** Source: https://docs.x.com/resources/fundamentals/authentication/overview */
export const twitter: Vendor = vendor("X", "https://docs.x.com/resources/fundamentals/authentication/overview", [
  token("twitter-bearer-token", "X bearer token", [either("AAAAAAAAAAAAAAAAAAAAA"), alnum(60, 100)], { before: "token", after: "token", minEntropy: 3.5 }),
  assigned("twitter-secret", "X API secret", ["twitter_api_secret", "twitter_consumer_secret", "twitter_secret"], [alnum(50)], { minEntropy: 3.5 }),
  assigned("twitter-access-token", "X access token", ["twitter_access", "twitter_token"], [digits(15, 20), either("-"), alnum(40)]),
]);
