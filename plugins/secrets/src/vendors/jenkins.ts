import { assigned, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://www.jenkins.io/doc/book/using/remote-access-api/ */
export const jenkins: Vendor = vendor("Jenkins", "https://www.jenkins.io/doc/book/using/remote-access-api/", [
  assigned("jenkins-token", "Jenkins API token", ["jenkins"], [either("11"), hex(32)], { minEntropy: 3 }),
  assigned("jenkins-legacy-token", "Jenkins crumb or token of the first generation", ["jenkins-crumb", "jenkins_token", "jenkins_api", "jenkins"], [hex(32)], { minEntropy: 3 }),
]);
