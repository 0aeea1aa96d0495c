import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://guides.rubygems.org/api-key-scopes/ */
export const rubygems: Vendor = vendor("RubyGems", "https://guides.rubygems.org/api-key-scopes/", [
  token("rubygems-api-key", "RubyGems API key", [either("rubygems_"), hex(48)]),
]);
