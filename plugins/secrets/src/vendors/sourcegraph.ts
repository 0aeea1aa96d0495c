import { type Format, token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

const accessToken: Format = {
  ...token("sourcegraph-token", "Sourcegraph access token", [either("sgp_"), hex(40)]),
  pattern: "sgp_(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}",
};

/** Source: https://sourcegraph.com/docs/cli/how-tos/creating-an-access-token */
export const sourcegraph: Vendor = vendor("Sourcegraph", "https://sourcegraph.com/docs/cli/how-tos/creating-an-access-token", [
  accessToken,
  token("sourcegraph-cody-token", "Sourcegraph Cody gateway token", [either("slk_"), hex(64)]),
]);
