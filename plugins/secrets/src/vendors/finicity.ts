import { assigned, type Vendor, vendor } from "../format.ts";
import { lowerAlnum } from "../part.ts";

/** Source: https://developer.mastercard.com/open-finance-us/documentation/quick-start-guide/ */
export const finicity: Vendor = vendor("Finicity", "https://developer.mastercard.com/open-finance-us/documentation/quick-start-guide/", [
  assigned("finicity-app-key", "Finicity application key", ["finicity"], [lowerAlnum(20, 32)], { minEntropy: 3.3 }),
]);
