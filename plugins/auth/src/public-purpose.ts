import type { Endpoint } from "@muster/contract";

/**
 * What an endpoint is for, as far as its path says, where that purpose needs callers who are not signed in. A path is
 * no proof: such an endpoint stays public and stays reported until it is approved, only less loudly.
 */
export type PublicPurpose = "sign-in" | "sign-up" | "recovery" | "webhook" | "health" | "document";

const signIn = new Set(["login", "log-in", "signin", "sign-in", "authenticate", "access-token"]);
/** Said of many things; of signing in only where nothing but accounts stands before them. */
const signInOfAccounts = new Set(["acs", "sls", "slo", "token", "refresh", "refresh-token", "callback", "authorize", "otp", "magic-link", "logout", "sso"]);
const signInParents = new Set(["login", "signin", "sign-in", "oauth", "oauth2", "sso", "saml", "oidc"]);
const signUp = new Set(["signup", "sign-up", "registration"]);
const signUpOfAccounts = new Set(["register"]);
const recovery = new Set([
  "forgot-password", "password-forgot", "reset-password", "password-reset", "password-recovery", "recover-password",
  "verify-email", "confirm-email", "request-verify-token", "resend-verification",
]);
const recoveryOfAccounts = new Set(["reset", "verify", "confirm", "activate", "recover", "forgot"]);
const health = new Set([
  "health", "healthz", "healthcheck", "health-check", "livez", "live", "liveness", "readyz", "ready", "readiness", "ping", "heartbeat",
]);
const documents = new Set(["openapi.json", "openapi.yaml", "swagger.json", "docs", "redoc", "swagger", "oauth2-redirect", "favicon.ico", "robots.txt", "sitemap.xml"]);
const webhooks = new Set(["webhook", "webhooks"]);
const accounts = new Set(["api", "auth", "access", "jwt", "account", "accounts", "user", "users", "session", "sessions", "password", "public", "identity", ...signInParents]);

/** The purpose that `endpoint`'s method and path speak of; undefined for all else. */
export function publicPurpose(endpoint: Pick<Endpoint, "method" | "path">): PublicPurpose | undefined {
  const all = endpoint.path.split("/").filter((segment) => segment !== "");
  // `/{tenant}/login`: what comes before the first word says whose, not what.
  const segments = all.slice(all[0] !== undefined && isParameter(all[0]) && all.length > 1 ? 1 : 0);
  const last = word(segments.at(-1) ?? "");
  const before = word(segments.at(-2) ?? "");
  const parameters = segments.filter(isParameter).length;
  const ofAccounts = segments.slice(0, -1).every((segment) => accounts.has(word(segment)) || /^v\d+$/.test(segment));

  switch (endpoint.method) {
    case "POST":
      if (parameters === 0 && (signIn.has(last) || (signInOfAccounts.has(last) && ofAccounts))) return "sign-in";
      if (parameters <= 1 && signInParents.has(before) && segments.length > 1) return "sign-in";
      if (parameters === 0 && (signUp.has(last) || (signUpOfAccounts.has(last) && ofAccounts))) return "sign-up";
      if (isRecovery(last, before, ofAccounts, parameters)) return "recovery";
      // `POST /webhooks` registers one; `POST /webhooks/{provider}` and `POST /webhook` receive.
      if (last === "webhook" || (webhooks.has(before) && segments.length > 1)) return "webhook";
      return undefined;
    case "GET":
    case "HEAD":
      if (parameters === 0 && health.has(last)) return "health";
      if (segments.length === 0 || documents.has(last) || segments[0] === ".well-known") return "document";
      // Style sheets, scripts and pictures: `/static/{filename}`.
      if (parameters === 1 && last === parameter && (before === "static" || before === "swaggerui")) return "document";
      if (parameters <= 1 && (signIn.has(last) || signInParents.has(before) || (signInOfAccounts.has(last) && ofAccounts))) return "sign-in";
      if (isRecovery(last, before, ofAccounts, parameters)) return "recovery";
      return undefined;
    default:
      return undefined;
  }
}

/** The link of a mail carries its token, or the address, as the one parameter. */
function isRecovery(last: string, before: string, ofAccounts: boolean, parameters: number): boolean {
  if (parameters === 0) return recovery.has(last) || (recoveryOfAccounts.has(last) && ofAccounts);
  return parameters === 1 && last === parameter && recovery.has(before);
}

const parameter = "{}";

function isParameter(segment: string): boolean {
  return segment.includes("{");
}

function word(segment: string): string {
  return isParameter(segment) ? parameter : segment.toLowerCase().replaceAll("_", "-");
}
