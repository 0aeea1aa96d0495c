import { subterms, type ObservedCall, type Term } from "@muster/contract";
import { flagOf, entryOf } from "./flag.ts";
import { argument } from "./argument.ts";
import { placeText } from "./judge-verification.ts";
import { tokenCall } from "./libraries.ts";

/** How a token comes straight from the one who made it: over a connection that the service itself opened. */
const received = /^(?:post|get|request|fetch_token|fetch_access_token|authorize_access_token|exchange_code|get_access_token|json)$/;

/**
 * Whether a token is read without its signature for a reason that leaves nothing open: the same function verifies a token
 * too (it looks who issued it, to choose a key), nothing of who calls is read off it, or the token was just received from its issuer (OpenID Connect Core 3.1.3.7, 6).
 */
export function isPeek(call: ObservedCall, calls: readonly ObservedCall[]): boolean {
  const verifiesBeside = calls.some((other) => placeText(other) !== placeText(call) && other.symbol === call.symbol && other.span.path === call.span.path && tokenCall(other.callee)?.does === "verify" && isVerifying(other));
  return verifiesBeside || readsNothingOfTheCaller(call) || isReceived(argument(call, 0, "jwt"));
}

/** Claims that say of the token when and by whom it was made, and not for whom. */
const ofTheToken = new Set(["exp", "iat", "nbf", "iss", "kid", "alg", "typ", "tid"]);

function readsNothingOfTheCaller({ resultKeys }: ObservedCall): boolean {
  return resultKeys !== undefined && resultKeys.every((key) => ofTheToken.has(key));
}

function isVerifying(call: ObservedCall): boolean {
  return call.reached && flagOf(argument(call, 99, "verify"), "on").is === "on" && flagOf(entryOf(argument(call, 3, "options"), "verify_signature"), "on").is === "on";
}

function isReceived(token: Term | undefined): boolean {
  if (token === undefined) return false;
  return [...subterms(token)].some((part) => {
    if (part.kind !== "call") return false;
    const { callee } = part;
    if (callee.kind === "symbol") return /^(?:requests|httpx)\.(?:get|post|request)$/.test(callee.name);
    return callee.kind === "attribute" && received.test(callee.name) && [...subterms(callee.of)].some((root) => root.kind === "symbol" && /^(?:requests|httpx|aiohttp|authlib|google|msal|urllib3|requests_oauthlib)\b/.test(root.name));
  });
}
