import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://www.mongodb.com/docs/atlas/api/service-accounts-overview/ */
export const mongodb: Vendor = vendor("MongoDB Atlas", "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/", [
  token("mongodb-service-account-secret", "MongoDB Atlas service account secret", [either("mdb_sa_sk_"), base64url(38, 44)], { minEntropy: 3.5 }),
]);
