import { partsOf, type Term } from "@muster/contract";
import { calledName } from "./query-methods.ts";
import { walk } from "./term-index.ts";
import type { TermIndex } from "./term-index.ts";
import { lastSegment } from "./term-text.ts";

const roleWord = /admin|super|staff|role|perm|scope|moderator|manager|maintainer|privilege|group|operator|editor|can_|_can$|capabilit|entitle|policy/i;
/** A flag of the caller that is more than being there: `is_trustworthy`, `has_perm`; not `is_authenticated`. */
const flagWord = /^(?:is|has|can|may)_(?!authenticated|active|anonymous|verified|confirmed|valid|enabled|registered|logged|deleted|banned|blocked|disabled|usable)/i;
const administrativeWord = /admin|super|staff|root|operator|sudo/i;
/** What a role can look like. Anything else in the code's texts may be a secret, and is never repeated. */
const plainWord = /^[a-z][a-z_:.-]{0,30}$/i;
const mostWords = 64;
/** Attributes by which records of people say what these may do; `config_manager` is none. */
const ofSomebody = /^(?:(?:user_)?roles?|role_(?:id|name)|rank|permissions?|scopes?|is_(?:admin|staff|superuser|manager|moderator|owner|operator))$/i;

/** A role, permission or scope that a condition on the caller alone asks for. */
export interface Role {
  readonly name: string;
  /** Administrators may touch every object. Holders of any other role are many, and are not thereby its owners. */
  readonly administrative: boolean;
}

/** The role of a condition on the caller, judged by the names that it mentions. Being signed in, active or verified is no role. */
export function roleOf(term: Term, index: TermIndex): Role | undefined {
  const words = wordsOf(term, index, false, new Set()).take(mostWords).toArray();
  if (!words.some(isRole)) return undefined;
  const telling = words.filter((word) => administrativeWord.test(word));
  return { name: telling[0] ?? words.find(isRole) ?? "a role", administrative: telling.length > 0 };
}

function isRole(word: string): boolean {
  return roleWord.test(word) || flagWord.test(word);
}

/** Names on the way from the caller, and the values that they are compared with; not how anything else was made. */
function* wordsOf(term: Term, index: TermIndex, compared: boolean, seen: Set<Term>): Generator<string> {
  if (seen.has(term)) return;
  seen.add(term);
  if (!index.of(term).principal) {
    if (compared) yield* valuesOf(term);
    return;
  }
  if (term.kind === "attribute") yield term.name;
  const name = term.kind === "call" ? calledName(term) : "";
  if (name !== "") yield name;
  // `Admin.objects.filter(user=caller, role__gte=15)` asks for a role; one that holds within an object of the caller's choice is no role at large.
  if (term.kind === "call" && !index.of(term).key) for (const keyword of term.keywords) if (/^role(?:__|$)/.test(keyword.name)) yield keyword.name;
  const compares = term.kind === "operation" || roleWord.test(name) || (compared && (term.kind === "collection" || term.kind === "either"));
  for (const child of partsOf(term)) yield* wordsOf(child, index, compares, seen);
}

/** `"admin"`, `Role.ADMIN`, a member of an enumeration, or a list of them. */
function* valuesOf(term: Term): Generator<string> {
  switch (term.kind) {
    case "const":
      if (typeof term.value === "string" && plainWord.test(term.value)) yield term.value;
      return;
    case "symbol":
      yield lastSegment(term.name);
      return;
    case "attribute":
      yield term.name;
      return;
    case "instance":
      for (const attribute of term.attributes) if (attribute.value.kind === "const") yield* valuesOf(attribute.value);
      return;
    case "collection":
      for (const item of term.items) if (item.kind !== "collection") yield* valuesOf(item);
      return;
    case "input":
    case "principal":
    case "item":
    case "call":
    case "operation":
    case "dict":
    case "template":
    case "element":
    case "either":
    case "unknown":
      return;
    default:
      term satisfies never;
  }
}

/** True for a term that asks something of a role, whoever's that is: `record.role != 1`, `member.is_admin`, `Member.objects.filter(user=user, role__lte=15)`. */
export function mentionsRole(term: Term): boolean {
  for (const part of walk(term)) {
    if (part.kind === "attribute" && ofSomebody.test(part.name)) return true;
    if (part.kind === "call" && part.keywords.some(({ name }) => ofSomebody.test(name.replace(/__\w+$/, "")))) return true;
  }
  return false;
}

/** True for a name that says administrators. A name proves nothing: it can only leave open what is not. */
export function isAdministrative(name: string): boolean {
  return /admin|super_?user|staff/i.test(name);
}

/** A role as a guard states it. */
export function roleNamed(values: readonly string[]): Role {
  return { name: values.join(", ") || "a role", administrative: values.length > 0 && values.every((value) => administrativeWord.test(value)) };
}
