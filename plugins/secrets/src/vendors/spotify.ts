import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://developer.spotify.com/documentation/web-api/concepts/authorization */
export const spotify: Vendor = vendor("Spotify", "https://developer.spotify.com/documentation/web-api/concepts/authorization", [
  assigned("spotify-client-secret", "Spotify client secret", ["spotify_client_secret", "spotify_secret", "spotify"], [hex(32)], { minEntropy: 3 }),
]);
