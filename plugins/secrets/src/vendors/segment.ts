import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.segmentapis.com/tag/Getting-Started/ */
export const segment: Vendor = vendor("Segment", "https://docs.segmentapis.com/tag/Getting-Started/", [
  token("segment-public-api-token", "Segment public API token", [either("sgp_"), alnum(64)], { minEntropy: 3.5 }),
]);
