import type { Arguments } from "../evaluate/native-call.ts";
import { termOf } from "../values/term.ts";
import type { Value } from "../values/value.ts";

/**
 * What a function outside the repository means for a credential that is given to it.
 * - `verifies`: it raises when the credential is not valid (its documentation says so).
 * - `compares`: its result is true only for the right secret.
 * - `transforms`: the result is the credential in another shape; anyone can provide it.
 * - `looks-up`: something is found by it, or not.
 * - `pure`: it has no effect and says nothing about the caller.
 */
export type Behaviour = "verifies" | "compares" | "transforms" | "looks-up" | "pure";

/** By fully qualified name. Verification can be switched off by arguments: see `isSwitchedOff`. */
const verifying: ReadonlySet<string> = new Set([
  "jwt.decode",
  "jwt.api_jwt.decode",
  "jwt.PyJWT.decode",
  "jose.jwt.decode",
  "jose.jws.verify",
  "authlib.jose.jwt.decode",
  "authlib.jose.JsonWebToken.decode",
  "joserfc.jwt.decode",
  "jwcrypto.jwt.JWT",
  "firebase_admin.auth.verify_id_token",
  "firebase_admin.auth.verify_session_cookie",
  "google.oauth2.id_token.verify_oauth2_token",
  "google.oauth2.id_token.verify_token",
  "google.oauth2.id_token.verify_firebase_token",
  "google.auth.jwt.decode",
  "stripe.Webhook.construct_event",
  "standardwebhooks.Webhook.verify",
  "svix.Webhook.verify",
  "svix.webhooks.Webhook.verify",
  "cryptography.fernet.Fernet.decrypt",
]);

/** Methods of objects made by a library: the class or module that made it, then the method. */
const verifyingMethods: readonly (readonly [RegExp, string])[] = [
  [/^itsdangerous\./, "loads"],
  [/^itsdangerous\./, "unsign"],
  [/^jwt\.PyJWT/, "decode"],
  [/^authlib\.jose/, "decode"],
  [/^cryptography\.fernet\./, "decrypt"],
  [/^(svix|standardwebhooks)\./, "verify"],
];

const comparing: ReadonlySet<string> = new Set(["hmac.compare_digest", "secrets.compare_digest", "bcrypt.checkpw", "werkzeug.security.check_password_hash", "django.utils.crypto.constant_time_compare"]);
const comparingMethods: readonly (readonly [RegExp, string])[] = [
  [/^(passlib|argon2|pwdlib)\./, "verify"],
  [/^passlib\./, "verify_and_update"],
  [/^pwdlib\./, "verify_and_update"],
];

const transformingModules = /^(builtins|hashlib|base64|json|orjson|ujson|uuid|urllib|html|binascii|re|string|datetime|decimal|fastapi\.security\.utils|copy|typing|logging|structlog|loguru|warnings)(\.|$)/;
/** What counts requests tells callers apart, and lets each of them in. */
const limiting = /limiter|rate_?limit|throttl|quota/i;
/** What makes something that is not there finds something in any case. */
const creating = /\.(create|get_or_create|find_or_create|upsert|insert|register|setdefault)(_\w+)?$/i;
const pureBuiltins = /^builtins\.(?!print|open|exec|eval|setattr|delattr|input)/;

export function behaviourOf(callee: Value, args: Arguments): Behaviour {
  const name = nameOf(callee);
  if (name !== undefined) {
    if (comparing.has(name)) return "compares";
    if (verifying.has(name)) return isSwitchedOff(args, /^(jwt|jose)\./.test(name)) ? "transforms" : "verifies";
    if (limiting.test(name) || creating.test(name)) return "transforms";
    if (pureBuiltins.test(name)) return callee.kind === "external" ? "pure" : "transforms";
    if (transformingModules.test(name) || /unverified/.test(name)) return "transforms";
  }
  const method = methodOf(callee);
  if (method) {
    if (verifyingMethods.some(([maker, called]) => called === method.name && maker.test(method.maker))) return isSwitchedOff(args, method.maker.startsWith("jwt.")) ? "transforms" : "verifies";
    if (comparingMethods.some(([maker, called]) => called === method.name && maker.test(method.maker))) return "compares";
    if (transformingModules.test(method.maker) || limiting.test(`${method.maker}.${method.name}`)) return "transforms";
  }
  const term = termOf(callee);
  if (term.kind === "attribute" && creating.test(`.${term.name}`)) return "transforms";
  return "looks-up";
}

/**
 * `verify=False`, `options={"verify_signature": False}`, `algorithms=["none"]`: then anything is accepted. Options that
 * are not known count as off. With `ordered`, algorithms and options come third and fourth as in PyJWT and python-jose;
 * PyJWT before 2 takes `verify` third.
 */
function isSwitchedOff(args: Arguments, ordered: boolean): boolean {
  if (args.open) return true;
  const third = ordered ? args.positional[2] : undefined;
  const verify = args.keywords.get("verify") ?? (third?.kind === "const" && typeof third.value === "boolean" ? third : undefined);
  if (verify && !(verify.kind === "const" && verify.value === true)) return true;
  const algorithms = args.keywords.get("algorithms") ?? third;
  if (algorithms && acceptsUnsigned(algorithms)) return true;
  const options = args.keywords.get("options") ?? (ordered ? args.positional[3] : undefined);
  if (!options || (options.kind === "const" && options.value === null)) return false;
  if (options.kind !== "dict" || options.open !== undefined) return true;
  const signature = options.entries.get("s:verify_signature");
  return signature !== undefined && !(signature.value.kind === "const" && signature.value.value === true);
}

function acceptsUnsigned(algorithms: Value): boolean {
  if (algorithms.kind === "const") return typeof algorithms.value === "string" && algorithms.value.toLowerCase() === "none";
  return (algorithms.kind === "list" || algorithms.kind === "tuple" || algorithms.kind === "set") && algorithms.items.some((item) => acceptsUnsigned(item.value));
}

function nameOf(callee: Value): string | undefined {
  if (callee.kind === "external" || callee.kind === "native") return callee.name;
  if (callee.kind === "symbolic" && callee.term.kind === "symbol") return callee.term.name;
  return undefined;
}

/** For `maker(...).name`: the library function or class that made the object, and the method called on it. */
function methodOf(callee: Value): { readonly maker: string; readonly name: string } | undefined {
  const term = termOf(callee);
  if (term.kind !== "attribute") return undefined;
  const of = term.of;
  if (of.kind === "call" && of.callee.kind === "symbol") return { maker: of.callee.name, name: term.name };
  if (of.kind === "instance") return { maker: of.class, name: term.name };
  if (of.kind === "symbol") return { maker: of.name, name: term.name };
  return undefined;
}
