import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

const swarmToken = token("docker-swarm-token", "Docker Swarm join or unlock token", [either("SWMTKN-1-", "SWMKEY-1-"), base64url(43, 90)]);

/** Source: https://docs.docker.com/security/access-tokens/ */
export const docker: Vendor = vendor("Docker", "https://docs.docker.com/security/access-tokens/", [
  token("docker-personal-token", "Docker access token", [either("dckr_pat_", "dckr_oat_"), base64url(24, 40)]),
  swarmToken,
]);
