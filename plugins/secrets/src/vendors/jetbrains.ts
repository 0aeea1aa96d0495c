import { token, type Vendor, vendor } from "../format.ts";
import { alnum, base64, either } from "../part.ts";

/** Source: https://www.jetbrains.com/help/youtrack/devportal/authentication-with-permanent-token.html */
export const jetbrains: Vendor = vendor("JetBrains", "https://www.jetbrains.com/help/youtrack/devportal/authentication-with-permanent-token.html", [
  token("jetbrains-permanent-token", "JetBrains permanent token", [either("perm:", "perm-"), base64(4, 60), either("."), base64(4, 60), either("."), alnum(20, 40)], { before: "word" }),
]);
