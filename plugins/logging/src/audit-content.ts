import type { CallTerm, Endpoint, Term } from "@muster/contract";
import { shownTerms } from "./shown-terms.ts";
import { argumentsOf, namesOf, reaches, receiverOf } from "./term.ts";

/** Where a middleware keeps the caller on the request. */
const callerNames = new Set(["user", "current_user", "principal", "actor", "identity", "user_id", "username", "auth", "caller", "subject", "account"]);
const ownPath = /(?:^|\/)(?:me|self|my|own|profile|account|password|session|logout|settings|preferences)(?:\/|$)/;
const idName = /(?:^|_)(?:ids?|uuids?|slugs?|keys?|names?|codes?)$/i;
/** Numbers that a change leaves behind say how many, not which. */
const counts = new Set(["rowcount", "deleted_count", "modified_count", "matched_count"]);

/** Stems of words that say what was done, for words of more than four letters. */
const stems = [
  "delet", "remov", "destr", "purge", "purgi", "erase", "erasi", "updat", "chang", "modif", "edite", "editi", "patch", "repla", "creat", "inser", "regis", "revok", "cance", "disab", "deact",
  "enabl", "activ", "archi", "resto", "appro", "rejec", "publi", "trans", "refun", "assig", "grant", "renam", "moved", "movin", "reset", "uploa", "impor", "close", "closi", "opene", "compl", "submi",
  "accep", "decli", "invit", "leavi", "joine", "block", "unblo", "suspe", "rotat", "renew", "marke", "toggl", "clear", "trunc", "dropp", "merge", "saved", "savin", "store", "write", "writt", "locke",
  "unloc", "start", "stopp", "trigg", "verif", "confi", "subsc", "unsub", "logou", "termi", "unlin", "linke", "attac", "detac", "overw",
];
const shortWords = new Set(["set", "put", "add", "adds", "added", "edit", "edits", "move", "moves", "drop", "save", "saves", "lock", "stop", "mark", "join", "left", "link", "sent", "open", "ban", "bans", "pay", "paid"]);
/** First words of handlers that name no action. */
const voidWords = new Set(["api", "handle", "handler", "post", "route", "endpoint", "view", "async", "process", "perform", "request"]);

/** Whether the written text tells who did it: the authenticated caller, or something that it is read from. */
export function namesActor(content: readonly Term[]): boolean {
  return content.some((term) => [...shownTerms(term)].some((part) => part.kind === "principal" || isCallerOfRequest(part)));
}

/** Whether a call is handed the caller, the request or something unknown, as an argument or by the object that it is a method of. */
export function mayKnowActor(call: CallTerm): boolean {
  const receiver = receiverOf(call);
  const held = receiver?.kind === "instance" ? receiver.attributes.map((attribute) => attribute.value) : receiver === undefined ? [] : [receiver];
  return [...argumentsOf(call), ...held].some((term) => [...shownTerms(term)].some((part) => part.kind === "principal" || part.kind === "unknown" || (part.kind === "input" && part.source === "request")));
}

/** `request.user`, `request.state.user`, `request.scope["user"]`. */
function isCallerOfRequest(term: Term): boolean {
  const name = term.kind === "attribute" ? term.name : term.kind === "item" && term.key.kind === "const" ? term.key.value : undefined;
  if (typeof name !== "string" || !callerNames.has(name)) return false;
  return reaches(term, (part) => part.kind === "input" && part.source === "request");
}

/** Whether the written text tells which object was touched: its id from the path, a record found by it, or, without such an id, what else the request chose. */
export function namesObject(content: readonly Term[], endpoint: Endpoint): boolean {
  const chosen = endpoint.parameters.filter((parameter) => parameter.in !== "header" && parameter.in !== "cookie");
  const byPath = chosen.some((parameter) => parameter.in === "path") || endpoint.path.includes("{");
  if (chosen.length === 0 && !byPath && !ownPath.test(endpoint.path)) return true;
  const parts = content.filter((term) => !isCount(term));
  if (byPath) return parts.some((term) => reaches(term, (part) => part.kind === "input" && identifies(part, endpoint)));
  if (parts.some((term) => reaches(term, isChosen))) return true;
  // A caller who changes its own account is actor and object at once.
  return (ownPath.test(endpoint.path) || !chosen.some((parameter) => idName.test(parameter.name))) && namesActor(content);
}

/** In `/teams/{team}/members/{member}` it is the last parameter that tells which object. A lone one may go by another name in the code. */
function identifies({ source, name }: Term & { readonly kind: "input" }, endpoint: Endpoint): boolean {
  const inPath = [...endpoint.path.matchAll(/\{([^}:]+)/g)].map((match) => match[1]);
  if (name === inPath.at(-1)) return true;
  return source === "path" && (inPath.length < 2 || name === "*" || !inPath.includes(name));
}

function isChosen(term: Term): boolean {
  return (term.kind === "input" && (term.source === "body" || term.source === "query" || term.source === "form")) || (term.kind === "attribute" && term.name !== "state" && isRequestBody(term));
}

/** What is read from the request itself, other than who sent it. */
function isRequestBody(term: Term & { readonly kind: "attribute" }): boolean {
  return ["json", "form", "body", "query_params", "path_params"].includes(term.name) && term.of.kind === "input" && term.of.source === "request";
}

function isCount(term: Term): boolean {
  return (term.kind === "attribute" && counts.has(term.name)) || (term.kind === "call" && term.callee.kind === "symbol" && term.callee.name === "len");
}

/** Whether the written text says what was done: a verb, or the handler's own, in a constant, a class or the name of the call. */
export function namesAction(content: readonly Term[], called: string, endpoint: Endpoint): boolean {
  const own = wordsOf(endpoint.handler.symbol.split(".").at(-1) ?? "")[0] ?? "";
  const ownStem = own.length >= 4 && !voidWords.has(own) ? own.slice(0, 5) : undefined;
  const isVerb = (word: string): boolean => shortWords.has(word) || (word.length > 4 && stems.includes(word.slice(0, 5))) || (ownStem !== undefined && word.startsWith(ownStem));
  return [called, ...content.flatMap((term) => [...shownTerms(term)].flatMap(textsOf))].some((text) => wordsOf(text).some(isVerb));
}

function textsOf(term: Term): readonly string[] {
  switch (term.kind) {
    case "const":
      return typeof term.value === "string" ? [term.value] : [];
    // An enumeration's member: `AuditAction.DELETE`.
    case "symbol":
      return namesOf(term).slice(-1);
    case "attribute":
      return term.of.kind === "symbol" ? [term.name] : [];
    case "instance":
      return namesOf(term).slice(-1);
    case "call": {
      // A class of events that is not in the repository: `ItemDeleted(...)`. What renders (`str`, `dumps`) is no action.
      const name = namesOf(term).at(-1) ?? "";
      return /^[A-Z]/.test(name) ? [name] : [];
    }
    default:
      return [];
  }
}

/** `ItemDeleted`, `item.deleted` and `ITEM_DELETED` are all `item`, `deleted`. */
function wordsOf(text: string): readonly string[] {
  return text.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z]+/).filter((word) => word !== "");
}
