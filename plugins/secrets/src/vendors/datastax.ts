import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either, hex } from "../part.ts";

/** Source: https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html */
export const datastax: Vendor = vendor("DataStax Astra", "https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html", [
  token("datastax-astra-token", "Astra DB application token", [either("AstraCS:"), alnum(24), either(":"), hex(64)]),
]);
