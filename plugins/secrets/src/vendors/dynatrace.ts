import { token, type Vendor, vendor } from "../format.ts";
import { either, upperAlnum } from "../part.ts";

/** Source: https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication */
export const dynatrace: Vendor = vendor("Dynatrace", "https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication", [
  token("dynatrace-token", "Dynatrace token", [either("dt0c01.", "dt0s01.", "dt0s02.", "dt0s16."), upperAlnum(24), either("."), upperAlnum(64)]),
]);
