import { contractVersion, type Plugin } from "@muster/contract";
import { jwt01 } from "./controls/jwt-01.ts";
import { tokenCalls } from "./libraries.ts";
import { keyInCode } from "./rules/key-in-code.ts";
import { noExpiry } from "./rules/no-expiry.ts";
import { openAlgorithms } from "./rules/open-algorithms.ts";
import { uncheckedClaims } from "./rules/unchecked-claims.ts";
import { unverifiedSignature } from "./rules/unverified-signature.ts";
import { settingNames } from "./settings.ts";

/** Judges how tokens are verified and issued. */
const tokens: Plugin = {
  contract: contractVersion,
  name: "tokens",
  version: "0.1.0",
  analysis: {
    uses: [],
    calls: { hints: ["jwt", "jose", "SIMPLE_JWT", "JWT_"], callees: tokenCalls, settings: settingNames },
    rules: [unverifiedSignature, openAlgorithms, uncheckedClaims, noExpiry, keyInCode],
    controls: [jwt01],
  },
};

export default tokens;
