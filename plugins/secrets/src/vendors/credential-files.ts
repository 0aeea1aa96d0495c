import { type Format, type Vendor, vendor } from "../format.ts";
import { alnum, sampleOf } from "../part.ts";

/** `machine … login … password …` (https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html). */
const netrc: Format = {
  id: "netrc-password",
  judgedAs: "password",
  title: "password in a netrc file",
  kind: "connection-string",
  confidence: "medium",
  keywords: ["machine "],
  pattern: "machine[ \\t]+[^\\s]{1,120}\\s{1,20}login\\s{1,20}[^\\s]{1,120}\\s{1,20}password\\s{1,20}([^\\s\"'${}<>]{4,256})",
  scope: "keyword",
  after: "any",
  shown: 0,
  check: (value) => !value.endsWith("="),
  examples: () => {
    const secret = sampleOf([alnum(16)]);
    return [{ text: `machine files.internal\n  login deploy\n  password ${secret}\n`, secret }];
  },
};

/** `host:port:database:user:password` (https://www.postgresql.org/docs/current/libpq-pgpass.html). */
const pgpass: Format = {
  id: "pgpass-password",
  judgedAs: "password",
  title: "password in a PostgreSQL password file",
  kind: "connection-string",
  confidence: "medium",
  keywords: [":5432:", ":6432:"],
  pattern: "[A-Za-z0-9_.*-]{1,120}:(?:5432|6432):[A-Za-z0-9_*-]{1,63}:[A-Za-z0-9_*-]{1,63}:([^\\s:\"'${}<>]{4,128})",
  scope: "lines",
  before: "token",
  after: "any",
  shown: 0,
  examples: () => {
    const secret = sampleOf([alnum(16)]);
    return [{ text: `db.internal:5432:app:app:${secret}\n`, secret }];
  },
};

/** User and password in base64, as `docker login` keeps them (https://docs.docker.com/reference/cli/docker/login/#credential-stores). */
const dockerAuth: Format = {
  id: "docker-registry-auth",
  judgedAs: "basic",
  title: "registry password in a Docker configuration",
  kind: "connection-string",
  confidence: "high",
  keywords: ['"auth"', '\\"auth\\"'],
  pattern: "\\\\?\"auth\\\\?\"[ \\t]{0,4}:[ \\t]{0,4}\\\\?\"([A-Za-z0-9+/]{16,512}={0,2})\\\\?\"",
  scope: "keyword",
  before: "any",
  after: "any",
  reach: 600,
  shown: 0,
  check: (value) => /^[\x21-\x39\x3b-\x7e]{1,120}:[\x21-\x7e]{4,}$/.test(Buffer.from(value, "base64").toString("latin1")),
  examples: () => {
    const secret = Buffer.from(`deploy:${sampleOf([alnum(20)])}`).toString("base64");
    return [{ text: `{"auths": {"registry.internal": {"auth": "${secret}"}}}\n`, secret }];
  },
};

/** The older form of an instruction, with a blank between name and value (https://docs.docker.com/reference/dockerfile/#env). */
const dockerfileEnv: Format = {
  id: "dockerfile-env",
  title: "secret in a Dockerfile",
  kind: "generic-assignment",
  judgedAs: "password",
  confidence: "medium",
  keywords: ["ENV "],
  pattern: "ENV[ \\t]+[A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|SECRET_KEY)[ \\t]+([^\\s\"'$=/][^\\s\"'$=]{5,255})",
  scope: "keyword",
  after: "any",
  shown: 0,
  examples: () => {
    const secret = sampleOf([alnum(16)]);
    return [{ text: `ENV DB_PASSWORD ${secret}\n`, secret }];
  },
};

/** Source: https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html, https://www.postgresql.org/docs/current/libpq-pgpass.html, https://docs.docker.com/reference/cli/docker/login/ */
export const credentialFiles: Vendor = vendor("credential files", "https://www.postgresql.org/docs/current/libpq-pgpass.html", [
  netrc,
  pgpass,
  dockerAuth,
  dockerfileEnv,
]);
