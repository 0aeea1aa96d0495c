import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://www.figma.com/developers/api#access-tokens */
export const figma: Vendor = vendor("Figma", "https://www.figma.com/developers/api#access-tokens", [
  token("figma-token", "Figma personal access token", [either("figd_", "figo_", "figu_", "figor_", "figoh_"), base64url(36, 60)]),
]);
