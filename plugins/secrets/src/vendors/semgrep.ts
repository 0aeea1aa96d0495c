import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://semgrep.dev/docs/semgrep-ci/ci-environment-variables */
export const semgrep: Vendor = vendor("Semgrep", "https://semgrep.dev/docs/semgrep-ci/ci-environment-variables", [
  assigned("semgrep-token", "Semgrep token", ["semgrep_app_token", "semgrep_token", "semgrep"], [hex(64)], { minEntropy: 3 }),
]);
