import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** A macaroon (https://github.com/ecordell/pymacaroons) whose location, `pypi.org` or `test.pypi.org`, begins its base64. */
const token0 = token("pypi-token", "PyPI upload token", [either("pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw"), base64url(70, 1000)], { reach: 1024 });

/** Source: https://pypi.org/help/#apitoken */
export const pypi: Vendor = vendor("PyPI", "https://pypi.org/help/#apitoken", [
  token0,
]);
