import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url } from "../part.ts";

/** Source: https://docs.rapidapi.com/docs/keys-and-key-rotation */
export const rapidapi: Vendor = vendor("RapidAPI", "https://docs.rapidapi.com/docs/keys-and-key-rotation", [
  assigned("rapidapi-key", "RapidAPI key", ["rapidapi", "x-rapidapi-key"], [base64url(50)], { minEntropy: 3.5 }),
]);
