import { type Format, type Vendor, vendor } from "../format.ts";
import { base64url, sampleOf } from "../part.ts";

/** Two parts are JSON objects in base64url; the signature may be missing (RFC 7519 §6.1) . */
const jsonWebToken: Format = {
  id: "json-web-token",
  title: "JSON web token",
  kind: "json-web-token",
  confidence: "medium",
  keywords: ["eyJ"],
  pattern: "eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}(?:\\.[A-Za-z0-9_-]{10,})?",
  ignoreCase: false,
  scope: "keyword",
  reach: 8192,
  shown: 3,
  check: hasJsonParts,
  examples: () => {
    const secret = [encode({ alg: "HS256", typ: "JWT" }), encode({ sub: "1f0c", name: "Somebody" }), sampleOf([base64url(43)])].join(".");
    return [{ text: `token = "${secret}"\n`, secret }];
  },
};

function encode(value: { readonly [key: string]: string }): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function hasJsonParts(value: string): boolean {
  const [header = "", payload = ""] = value.split(".");
  return isObject(header, "alg") && isObject(payload);
}

function isObject(part: string, member?: string): boolean {
  // A length of 1 modulo 4 cannot come out of base64.
  if (part.length % 4 === 1) return false;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof parsed === "object" && parsed !== null && (member === undefined || member in parsed);
  } catch {
    // Not JSON: a text that only looks like a token.
    return false;
  }
}

/** Source: https://www.rfc-editor.org/rfc/rfc7519 */
export const jwt: Vendor = vendor("JSON Web Token", "https://www.rfc-editor.org/rfc/rfc7519", [
  jsonWebToken,
]);
