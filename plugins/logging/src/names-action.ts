import type { Endpoint, Term } from "@muster/contract";
import { isRequest } from "./given-values.ts";
import type { Scene } from "./scene.ts";
import { shownTerms } from "./shown-terms.ts";
import { namesOf, reaches } from "./term.ts";

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

/** Whether the written text says what was done: a verb, or the handler's own, in a constant, a class or the name of the call. */
export function namesAction(content: readonly Term[], called: string, scene: Scene): boolean {
  if (scene.kind === "around" && content.some((term) => reaches(term, (part) => isMethod(part, scene.endpoint)))) return true;
  if (content.some((term) => reaches(term, saysAction))) return true;
  const own = scene.kind === "receiver" ? "" : (wordsOf(scene.endpoint.handler.symbol.split(".").at(-1) ?? "")[0] ?? "");
  const ownStem = own.length >= 4 && !voidWords.has(own) ? own.slice(0, 5) : undefined;
  const isVerb = (word: string): boolean => shortWords.has(word) || isPast(word) || (word.length > 4 && stems.includes(word.slice(0, 5))) || (ownStem !== undefined && word.startsWith(ownStem));
  return [called, ...content.flatMap((term) => [...shownTerms(term)].flatMap(textsOf))].some((text) => eventName.test(text) || begins.test(text) || wordsOf(text).some(isVerb));
}

const actionKey = /^(?:action|event|verb|operation|activity)(?:_(?:type|name|code))?$/;

/** `{"action": "mute"}`: what stands under such a key is what was done, whatever the word. */
function saysAction(term: Term): boolean {
  return term.kind === "dict" && term.entries.some(({ key, value }) => key.kind === "const" && typeof key.value === "string" && actionKey.test(key.value) && (value.kind === "symbol" || (value.kind === "const" && typeof value.value === "string" && value.value !== "")));
}

/** `parcel.lost`, `orders:refund`: the object's kind and what became of it. */
const eventName = /^[a-z][a-z0-9_-]*(?:[.:][a-z][a-z0-9_-]*)+$/;
/** An adjective inside of a text, and at its beginning what was done: `Shared {} with {}`. */
const begins = /^(?:Uns|S)hared\s/;
const noPast = new Set(["need", "feed", "seed", "speed", "embed", "indeed", "exceed", "proceed", "succeed", "hundred", "breed", "shared"]);

function isPast(word: string): boolean {
  return word.length > 4 && word.endsWith("ed") && !noPast.has(word);
}

/** The request's method, as the request has it or as the text that it is. */
function isMethod(term: Term, { method }: Endpoint): boolean {
  return (term.kind === "const" && term.value === method) || (term.kind === "attribute" && term.name === "method" && reaches(term.of, isRequest));
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
