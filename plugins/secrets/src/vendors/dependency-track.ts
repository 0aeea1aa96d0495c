import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.dependencytrack.org/integrations/rest-api/ */
export const dependencyTrack: Vendor = vendor("Dependency-Track", "https://docs.dependencytrack.org/integrations/rest-api/", [
  token("dependency-track-key", "Dependency-Track API key", [either("odt_"), alnum(32, 48)], { minEntropy: 3.5 }),
]);
