import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package */
export const nuget: Vendor = vendor("NuGet", "https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package", [
  token("nuget-api-key", "NuGet API key", [either("oy2"), lowerAlnum(43)], { minEntropy: 3 }),
]);
