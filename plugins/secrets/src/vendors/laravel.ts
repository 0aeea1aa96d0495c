import { assigned, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://laravel.com/docs/12.x/encryption#configuration */
export const laravel: Vendor = vendor("Laravel", "https://laravel.com/docs/12.x/encryption#configuration", [
  assigned("laravel-app-key", "encryption key of a Laravel application", ["app_key", "appkey"], [either("base64:"), base64(43), either("=")], { confidence: "high", minEntropy: 3.5, after: "any" }),
]);
