import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url } from "../part.ts";

/** Source: https://docs.expo.dev/accounts/programmatic-access/ */
export const expo: Vendor = vendor("Expo", "https://docs.expo.dev/accounts/programmatic-access/", [
  assigned("expo-token", "Expo access token", ["expo_token", "expo_access_token", "eas_token"], [base64url(40)], { minEntropy: 3.5 }),
]);
