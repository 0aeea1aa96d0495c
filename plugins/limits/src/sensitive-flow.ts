import type { Endpoint } from "@muster/contract";

/** Flows that are worth guessing at or flooding: whoever may try often enough gets in, or sends mail in the service's name. */
export type SensitiveFlow = "sign-in" | "code" | "recovery" | "sign-up";

const words: Readonly<Record<SensitiveFlow, ReadonlySet<string>>> = {
  "sign-in": new Set(["login", "log-in", "signin", "sign-in", "authenticate", "access-token", "obtain-token", "token-auth", "api-token-auth", "session", "sessions"]),
  code: new Set(["otp", "2fa", "mfa", "totp", "verify-otp", "verify-code", "two-factor", "magic-link", "verification-code"]),
  recovery: new Set(["forgot-password", "password-forgot", "reset-password", "password-reset", "password-recovery", "recover-password", "resend-verification", "request-verify-token", "resend-confirmation", "resend-activation"]),
  "sign-up": new Set(["signup", "sign-up", "register", "registration"]),
};
/** Said of many things; of signing in only behind words of accounts. */
const ofAccounts = new Set(["token", "verify", "reset", "forgot"]);
const accounts = /^(?:api|v\d+|auth|jwt|oauth2?|accounts?|users?|password|public|identity|rest|o|connect|login|session)$/;

/** What a path and a method speak of; undefined for all else. Who is signed in already guesses at nothing. */
export function sensitiveFlow(endpoint: Pick<Endpoint, "method" | "path" | "posture">): SensitiveFlow | undefined {
  if (endpoint.method !== "POST" && endpoint.method !== "*") return undefined;
  const flow = flowOf(endpoint.path);
  // What may want callers to be signed in is no flow of strangers; a sign-in that could not be followed still is one.
  return endpoint.posture === "public" || (endpoint.posture === "unknown" && flow === "sign-in") ? flow : undefined;
}

function flowOf(path: string): SensitiveFlow | undefined {
  const segments = path.split("/").filter((segment) => segment !== "").map((segment) => segment.toLowerCase().replaceAll("_", "-").replace(/\.\w+$/, ""));
  const last = segments.at(-1)?.includes("{") ? (segments.at(-2) ?? "") : (segments.at(-1) ?? "");
  for (const [flow, known] of Object.entries(words)) if (known.has(last)) return flow as SensitiveFlow;
  const before = segments.slice(0, segments.lastIndexOf(last));
  if (!ofAccounts.has(last) || before.length === 0 || !before.every((segment) => accounts.test(segment)) || !before.some((segment) => !/^(?:api|v\d+|public|rest)$/.test(segment))) return undefined;
  return last === "token" ? "sign-in" : last === "verify" ? "code" : "recovery";
}
