import { crc32Base62 } from "@muster/patterns";
import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** The last six characters are the CRC-32 of the thirty before them in base 62 (management/server/types/personal_access_token.go). */
const personalToken = token("netbird-token", "NetBird personal access token", [either("nbp_"), alnum(36)], {
  issued: (value) => crc32Base62(value.slice(4, -6), 6) === value.slice(-6),
  seal: (sample) => sample.slice(0, -6) + crc32Base62(sample.slice(4, -6), 6),
});

/** Source: https://docs.netbird.io/manage/public-api */
export const netbird: Vendor = vendor("NetBird", "https://docs.netbird.io/manage/public-api", [
  personalToken,
]);
