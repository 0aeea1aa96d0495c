import { type Format, type Vendor, vendor } from "../format.ts";
import { alnum, sampleOf } from "../part.ts";

const between = "\\\\?[\"'`]?[ \\t]{0,4}(?::|=|,|=>)[ \\t]{0,4}[bf]?\\\\?[\"'`]?";

/** An opaque token behind its scheme (RFC 6750 §2.1). */
const bearer: Format = {
  id: "authorization-bearer",
  judgedAs: "opaque",
  title: "token in an Authorization header",
  kind: "generic-assignment",
  confidence: "medium",
  keywords: ["authorization"],
  pattern: `(?i:authorization)${between}(?i:bearer|token|apikey|api-key|splunk|genie_?key|sso-key)[ =]{1,2}([A-Za-z0-9+/_.~:-]{16,512}={0,2})`,
  scope: "keyword",
  before: "any",
  after: "any",
  reach: 600,
  shown: 0,
  examples: () => {
    const secret = sampleOf([alnum(32)]);
    return [{ text: `curl -H "Authorization: Bearer ${secret}" https://api.internal\n`, secret }];
  },
};

/** User and password in base64 (RFC 7617 §2). */
const basic: Format = {
  id: "authorization-basic",
  judgedAs: "basic",
  title: "user and password in an Authorization header",
  kind: "credentials-in-url",
  confidence: "medium",
  keywords: ["authorization"],
  pattern: `(?i:authorization)${between}(?i:basic)[ ]{1,2}([A-Za-z0-9+/]{12,512}={0,2})`,
  scope: "keyword",
  before: "any",
  after: "any",
  reach: 600,
  shown: 0,
  check: (value) => /^[\x21-\x39\x3b-\x7e]{0,120}:[\x21-\x7e]{4,}$/.test(Buffer.from(value, "base64").toString("latin1")),
  examples: () => {
    const secret = Buffer.from(`deploy:${sampleOf([alnum(16)])}`).toString("base64");
    return [{ text: `"Authorization": "Basic ${secret}"\n`, secret }];
  },
};

/** Source: https://www.rfc-editor.org/rfc/rfc6750, https://www.rfc-editor.org/rfc/rfc7617 */
export const authorizationHeader: Vendor = vendor("HTTP authorization", "https://www.rfc-editor.org/rfc/rfc6750", [
  bearer,
  basic,
]);
