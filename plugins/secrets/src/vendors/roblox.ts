import { token, type Vendor, vendor } from "../format.ts";
import { either, hexAnyCase } from "../part.ts";

/** Source: https://create.roblox.com/docs/cloud/auth */
export const roblox: Vendor = vendor("Roblox", "https://create.roblox.com/docs/cloud/auth", [
  token("roblox-cookie", "Roblox security cookie", [either("_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items.|_"), hexAnyCase(100, 190)], { reach: 1024 }),
]);
