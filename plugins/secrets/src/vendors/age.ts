import { token, type Vendor, vendor } from "../format.ts";
import { either, upperAlnum } from "../part.ts";

/** Source: https://github.com/FiloSottile/age */
export const age: Vendor = vendor("age", "https://github.com/FiloSottile/age", [
  token("age-secret-key", "age secret key", [either("AGE-SECRET-KEY-1"), upperAlnum(58)], { kind: "private-key" }),
]);
