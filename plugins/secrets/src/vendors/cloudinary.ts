import { token, type Vendor, vendor } from "../format.ts";
import { base64url, digits, either } from "../part.ts";

/** Source: https://cloudinary.com/documentation/how_to_integrate_cloudinary */
export const cloudinary: Vendor = vendor("Cloudinary", "https://cloudinary.com/documentation/how_to_integrate_cloudinary", [
  token("cloudinary-url", "Cloudinary URL with its API secret", [either("cloudinary://"), digits(12, 18), either(":"), base64url(24, 40), either("@")], { after: "any" }),
]);
