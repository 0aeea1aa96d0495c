import { partsOf, type Term } from "@muster/contract";

/** Where frameworks keep who calls, on the request. */
const holders: ReadonlySet<string> = new Set(["user", "auth", "session", "principal", "identity", "current_user", "account"]);
const currentCaller: ReadonlySet<string> = new Set(["flask_login.current_user", "flask_jwt_extended.current_user", "flask_security.current_user", "flask.session", "flask.g.user", "flask.g.current_user"]);
const currentCallerCalls: ReadonlySet<string> = new Set(["flask_jwt_extended.get_jwt_identity", "flask_jwt_extended.get_current_user", "flask_jwt_extended.get_jwt", "flask_login.utils._get_user"]);
const chosen: ReadonlySet<string> = new Set(["path", "query", "body", "form"]);

/** The caller as a guard handed it over or a framework keeps it, and what a caller presents (a header, a cookie). */
export function isCaller(term: Term): boolean {
  switch (term.kind) {
    case "principal":
      return true;
    case "symbol":
      return currentCaller.has(term.name);
    case "input":
      return isPresented(term) || (term.source === "request" && holders.has(term.name));
    case "call":
      return term.callee.kind === "symbol" && currentCallerCalls.has(term.callee.name);
    case "attribute":
      return holders.has(term.name) && isRequest(term.of);
    case "const":
    case "instance":
    case "item":
    case "operation":
    case "collection":
    case "dict":
    case "template":
    case "element":
    case "either":
    case "unknown":
      return false;
    default:
      return term satisfies never;
  }
}

/** A header or a cookie: what the caller shows, and not yet who it is. */
export function isPresented(term: Term): boolean {
  return term.kind === "input" && (term.source === "header" || term.source === "cookie");
}

function isRequest(term: Term): boolean {
  return (term.kind === "input" && term.source === "request") || (term.kind === "attribute" && (term.name === "state" || term.name === "scope" || term.name === "_request") && isRequest(term.of));
}

/** What a term is made of, as far as who calls is concerned. */
export interface Makings {
  readonly caller: boolean;
  /** Something that the caller chooses: an id of the path, a field of the body. */
  readonly chosen: boolean;
  /** A part of it is not known. */
  readonly unknown: boolean;
}

/** Looks through terms once: traces share their parts. */
export class TermLook {
  readonly #known = new Map<Term, Makings>();

  of(term: Term): Makings {
    const known = this.#known.get(term);
    if (known) return known;
    const parts = partsOf(term).map((part) => this.of(part));
    const made = { caller: isCaller(term) || parts.some(({ caller }) => caller), chosen: (term.kind === "input" && chosen.has(term.source)) || parts.some((part) => part.chosen), unknown: term.kind === "unknown" || parts.some((part) => part.unknown) };
    this.#known.set(term, made);
    return made;
  }
}
