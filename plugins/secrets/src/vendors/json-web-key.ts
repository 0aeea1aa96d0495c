import { type Format, type Vendor, vendor } from "../format.ts";
import { base64url, sampleOf } from "../part.ts";

/** A private exponent or scalar (`d`, RFC 7518 §6.2.2.1, §6.3.2.1; RFC 8037 §2), or a symmetric key (`k`, §6.4.1), in a text that names a key type. */
const jsonWebKey: Format = {
  id: "json-web-key",
  title: "private JSON web key",
  kind: "private-key",
  confidence: "high",
  keywords: ['"kty"', '\\"kty\\"'],
  pattern: '\\\\?"(?:d\\\\?"[ \\t\\r\\n]{0,8}:[ \\t\\r\\n]{0,8}\\\\?"([A-Za-z0-9_-]{42,})|k\\\\?"[ \\t\\r\\n]{0,8}:[ \\t\\r\\n]{0,8}\\\\?"([A-Za-z0-9_-]{22,}))\\\\?"',
  scope: "file",
  before: "any",
  after: "any",
  most: 1400,
  shown: 0,
  minEntropy: 3.5,
  examples: () => {
    const [d, k] = [sampleOf([base64url(43)]), sampleOf([base64url(43)], 1)];
    return [
      { text: `{"kty": "EC", "crv": "P-256", "x": "${sampleOf([base64url(43)], 2)}", "d": "${d}"}\n`, secret: d },
      { text: `{\n  "k": "${k}",\n  "kty": "oct"\n}\n`, secret: k },
    ];
  },
};

/** Source: https://www.rfc-editor.org/rfc/rfc7518 */
export const jsonWebKeys: Vendor = vendor("JSON Web Key", "https://www.rfc-editor.org/rfc/rfc7518", [
  jsonWebKey,
]);
