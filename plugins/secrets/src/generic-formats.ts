import { annotation, operator, pair, quote } from "./assignment-syntax.ts";
import { endOfCode } from "./code-value.ts";
import type { Format } from "./format.ts";
import { alnum, escapePattern, sampleOf } from "./part.ts";

/** Names that say "secret" in any language and case. */
const names = [
  "password", "passwd", "passphrase", "passwort", "pwd", "_pass", "-pass", "dbpass", "db_pass", "secret", "token", "credential",
  "api_key", "api-key", "apikey", "api.key", "access_key", "access-key", "accesskey", "private_key", "private-key", "privatekey", "auth_key", "auth-key", "authkey",
  "encryption_key", "encryption-key", "encryptionkey", "signing_key", "signing-key", "signingkey", "service_key", "servicekey", "master_key", "masterkey",
  "client_key", "account_key", "accountkey", "_passcode", "crypt_key", "jwt_key", "hmac_key", "session_key", "cookie_key", "webhook_key", "storage_key",
];

/** Shell and configuration files also name them by a bare word; `pass=` alone is too short a name elsewhere. */
const name = `(?i:(?:${names.map(escapePattern).join("|")})[0-9a-z_.-]{0,40})`;

/** Wrappers that take a literal and keep it, and what stands before a literal's quote: `SecretStr("…")`, `b"…"`, `N'…'`, `@"…"`. */
const wrapper = "(?:(?:pydantic\\.)?(?:SecretStr|SecretBytes|Secret|Field|str|bytes|Form|Query|Body|Some|String::from|new String)\\((?:default[ \\t]?=[ \\t]?)?)?[bruBRUN@]?";
const literal = "(?:\"([^\"\\r\\n]+)\"|'([^'\\r\\n]+)'|`([^`\\r\\n]+)`)";
/** A literal inside a literal: a notebook's cell, JSON in a string. */
const escaped = `\\\\["']([^"'\\\\\\r\\n]+)\\\\["']`;
/** A literal on the line after its name, in parentheses. */
const opening = "(?:\\([ \\t]*\\r?\\n[ \\t]*)?";
/** A block of YAML: one word on the next line. */
const block = "[ \\t]{0,4}:[ \\t]{0,4}[|>][-+]?[ \\t]*\\r?\\n[ \\t]+([A-Za-z0-9+/_.~-]{8,})";
const element = "([^<>\\s\"'&]{6,})</";
const bare = "([^\\s\"'`]{6,})";
const blanks = "[ \\t]{0,8}";

/** From this group of `assignment` on a value is a word without quotes; literals come before. */
export const firstBareGroup = 9;

/** A name that says "secret", and the text assigned to it. What is judged by name and value comes after, in code. */
export const assignment: Format = {
  id: "generic-assignment",
  judgedAs: "assignment",
  title: "hard-coded secret",
  kind: "generic-assignment",
  confidence: "medium",
  keywords: names,
  pattern: `${name}(?:(?:${pair}|(?:${quote})?[)\\]]{0,2}${blanks}(?:${annotation}|${operator}|[,(]))${blanks}(?:${opening}${wrapper}${literal}|${escaped})|[ \\t]+${literal}|(?:</(?:key|name)>[ \\t\\r\\n]{0,40}<(?:string|value))?>${element}|(?:${pair}|["']?${blanks}${operator})${blanks}${bare}|${block})`,
  scope: "keyword",
  before: "any",
  after: "any",
  reach: 1400,
  most: 1024,
  passOver: endOfCode,
  shown: 0,
  examples: () => {
    const secret = sampleOf([alnum(24)]);
    return [
      { text: `api_key = "${secret}"\n`, secret },
      { text: `password: str = '${secret}'\n`, secret },
      { text: `{"client_secret": "${secret}"}\n`, secret },
      { text: `export DB_PASSWORD=${secret}\n`, secret },
      { text: `<password>${secret}</password>\n`, secret },
      { text: `<key>ApiToken</key>\n<string>${secret}</string>\n`, secret },
      { text: `<add key="ApiPassword" value="${secret}" />\n`, secret },
      { text: `"config = {\\"password\\": \\"${secret}\\"}"\n`, secret },
      { text: `- name: DB_PASSWORD\n  value: "${secret}"\n`, secret },
      { text: `{"name": "DB_PASSWORD", "value": "${secret}"}\n`, secret },
      { text: `var apiToken string = "${secret}"\n`, secret },
      { text: `password = (\n    "${secret}"\n)\n`, secret },
      { text: `api_key: |\n  ${secret}\n`, secret },
      { text: `config.setPassword("${secret}");\n`, secret },
    ];
  },
};

/** A literal that is compared with such a name: `if "…" == password`. */
export const comparison: Format = {
  id: "generic-comparison",
  judgedAs: "assignment",
  title: "hard-coded secret",
  kind: "generic-assignment",
  confidence: "medium",
  before: "any",
  after: "any",
  shown: 0,
  keywords: ['" ==', '" !=', '"==', '"!=', "' ==", "' !=", "'==", "'!="],
  scope: "lines",
  most: 256,
  pattern: `${literal}[ \\t]{0,4}[!=]==?[ \\t]{0,4}[A-Za-z0-9_.]{0,40}${name}`,
  examples: () => {
    const secret = sampleOf([alnum(24)]);
    return [{ text: `if "${secret}" == password:\n`, secret }];
  },
};

/** `scheme://user:password@host`. The scheme, which decides the kind, is read in code from before the match. */
export const urlCredentials: Format = {
  id: "url-credentials",
  judgedAs: "url",
  title: "credentials in a URL",
  kind: "credentials-in-url",
  confidence: "medium",
  keywords: ["://"],
  pattern: "://[^\\s:@/\"'<>`|\\\\,()]{0,80}:([^\\s\"'<>`/\\\\]{1,160})@[A-Za-z0-9\\[(.-]",
  scope: "keyword",
  before: "any",
  after: "any",
  reach: 320,
  shown: 0,
  examples: () => {
    const secret = sampleOf([alnum(16)]);
    return [
      { text: `url = "https://deploy:${secret}@files.internal/x"\n`, secret },
      { text: `DATABASE_URL=postgresql+asyncpg://app:${secret}@db.internal:5432/app\n`, secret },
    ];
  },
};

/** A token in the place of the user: `https://<token>:x-oauth-basic@github.com`. */
export const urlToken: Format = {
  id: "url-token",
  title: "token in a URL",
  kind: "credentials-in-url",
  confidence: "high",
  before: "any",
  after: "any",
  shown: 0,
  keywords: [":x-oauth-basic@", ":x-token-auth@"],
  scope: "lines",
  pattern: "://([A-Za-z0-9_-]{20,255}):x-(?:oauth-basic|token-auth)@[A-Za-z0-9]",
  examples: () => {
    const secret = sampleOf([alnum(40)]);
    return [{ text: `git+https://${secret}:x-oauth-basic@github.example/x\n`, secret }];
  },
};

/** `Server=…;Uid=…;Pwd=…;` as ODBC, ADO.NET and JDBC write it. */
export const keyValueConnection: Format = {
  id: "key-value-connection",
  judgedAs: "connection",
  title: "database password in a connection string",
  kind: "connection-string",
  confidence: "medium",
  keywords: ["pwd=", "password="],
  pattern: "(?i:pwd|password)=([^;\"'\\s&{}<>]{4,128})(?i:;|\"|'|\\s)",
  scope: "keyword",
  before: "alphanumeric",
  after: "any",
  shown: 0,
  examples: () => {
    const secret = sampleOf([alnum(16)]);
    return [{ text: `"Server=db.internal;Database=app;Uid=app;Pwd=${secret};"\n`, secret }];
  },
};
