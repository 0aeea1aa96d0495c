import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.codeclimate.com/docs/finding-your-test-coverage-token */
export const codeclimate: Vendor = vendor("Code Climate", "https://docs.codeclimate.com/docs/finding-your-test-coverage-token", [
  assigned("codeclimate-token", "Code Climate reporter id", ["codeclimate", "cc_test_reporter_id", "code_climate"], [hex(64)], { minEntropy: 3 }),
]);
