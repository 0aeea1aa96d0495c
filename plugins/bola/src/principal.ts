import type { Term } from "@muster/contract";
import { isOnChain } from "./chain.ts";

const requestHolders = new Set(["user", "auth", "session"]);
const currentCaller = new Set([
  "flask.g.user",
  "flask.g.current_user",
  "flask.session",
  "flask_login.current_user",
  "flask_jwt_extended.current_user",
  "flask_security.current_user",
]);
const currentCallerCalls = new Set(["flask_jwt_extended.get_jwt_identity", "flask_jwt_extended.get_current_user", "flask_jwt_extended.get_jwt", "flask_login.utils._get_user"]);

/**
 * True for a term that is the authenticated caller: what a guard handed over, and the places where frameworks keep it
 * (`request.user`, `request.state.user`, `request.session`). What is read off it is told by the term index.
 */
export function isPrincipal(term: Term): boolean {
  switch (term.kind) {
    case "principal":
      return true;
    case "symbol":
      return currentCaller.has(term.name);
    // `flask.session` is no part of the request object, and is its session all the same.
    case "input":
      return term.source === "request" && requestHolders.has(term.name);
    case "call":
      return term.callee.kind === "symbol" && currentCallerCalls.has(term.callee.name);
    case "attribute":
      return (requestHolders.has(term.name) || isStateOfCaller(term)) && isRequest(term.of);
    default:
      return false;
  }
}

/** What is read off the caller where nobody is signed in: where a caller is known too, that is another request. */
export function isNobody(term: Term): boolean {
  return term.kind === "unknown" && term.reason === "nobody is signed in";
}

const credentialName = /authori[sz]ation|token|api[-_]?key|session|secret|credential|jwt|bearer|signature/i;

/** A cookie, or a header whose name says that it proves who calls. */
export function isCredential(term: Term): boolean {
  return term.kind === "input" && (term.source === "cookie" || (term.source === "header" && credentialName.test(term.name)));
}

function isRequest(term: Term): boolean {
  return (term.kind === "input" && term.source === "request") || (term.kind === "attribute" && term.name === "state" && isRequest(term.of));
}

/** What layers keep beside a request: `request.state.user`, `flask.g.account`. */
function isStateOfCaller(term: Term & { kind: "attribute" }): boolean {
  const beside = (term.of.kind === "attribute" && term.of.name === "state") || (term.of.kind === "input" && (term.of.name === "g" || term.of.name === "state"));
  return beside && /^(?:current_)?(?:user|principal|account|identity|tenant|org|auth)(?:_id)?$/.test(term.name);
}

/** True where a chain of attributes, items and method calls begins at the caller: `user.items.get(id)`, `user["org"]`. */
export function startsAtPrincipal(term: Term): boolean {
  return isOnChain(term, isPrincipal);
}
