import type { Term } from "@muster/contract";
import { isCaller, isPresented, type TermLook } from "./terms.ts";

/**
 * What a condition asks of the caller:
 *
 * - `presence`: to be there, signed in and in good standing;
 * - `secret`: to present a value that the service knows;
 * - `role`: something about the caller alone that not every caller has;
 * - `object`: how it stands to what it chose;
 * - `unclear`: code that was not followed decides about it.
 */
export type Asked = "presence" | "secret" | "role" | "object" | "unclear";

/** Strongest first: of several things that are asked at once, this is what they come to. */
const order: readonly Asked[] = ["object", "role", "unclear", "secret", "presence"];

/** Of an account in good standing, and of its identity: every signed-in caller has these. */
const everyCaller = /^(?:is_)?(?:authenticated|active|anonymous|verified|enabled|disabled|confirmed|approved|deleted|banned|blocked|suspended|locked|expired|logged_in|signed_in|valid|email_verified|email_confirmed|logged|id|pk|uuid|uid|user_id|userid|email|username|name|login|sub|user|identity|token|access_token|refresh_token|session|key|value|password|state|status|exp|iat|nbf|aud|iss|jti|type|typ|token_type|fresh|purpose|alg|kid|credentials|scheme|org|org_id|organization|organization_id|organisation_id|tenant|tenant_id)$/i;
/** Words of the same, within longer names: `validated_password`, `has_accepted_terms`. */
const standing = /valid|verif|confirm|activ|expir|passw|mfa|2fa|two_factor|totp|otp|enabl|disabl|accept|terms|consent|onboard|complet|suspend|delet|anonym|authenticat|logged|signed/i;

/** Whether a name says no more than that the caller is somebody in good standing. */
function isOfEveryone(name: string): boolean {
  return everyCaller.test(name) || standing.test(name);
}

const comparisons: ReadonlySet<string> = new Set(["==", "!=", "is", "is not", "in", "not in", "<", "<=", ">", ">=", "&", "|", "-"]);
const transparent: ReadonlySet<string> = new Set(["builtins.bool", "builtins.any", "builtins.all", "builtins.len", "builtins.set", "builtins.list", "builtins.tuple", "builtins.str", "builtins.int", "builtins.frozenset", "builtins.sorted"]);

/** Undefined where a condition is not about the caller. */
export function askedBy(term: Term, look: TermLook): Asked | undefined {
  const { caller, chosen } = look.of(term);
  if (!caller) return undefined;
  if (chosen) return "object";
  switch (term.kind) {
    case "operation":
      return comparisons.has(term.operator) ? comparison(term.operands, look) : strongest(term.operands.map((operand) => askedBy(operand, look)));
    case "either":
      return strongest(term.options.map((option) => askedBy(option, look)));
    default:
      return truth(term, look);
  }
}

/**
 * Whether a side of a condition that asks for a role is the side of those who have it. `if user.role == "guest": raise` turns some away and lets
 * everybody else on: that is no role which one must have.
 */
export function isGranted(term: Term, holds: boolean, look: TermLook): boolean {
  if (term.kind !== "operation") return holds;
  switch (term.operator) {
    case "not":
      return term.operands.some((operand) => isGranted(operand, !holds, look));
    case "and":
    case "or":
      return term.operands.some((operand) => askedBy(operand, look) === "role" && isGranted(operand, holds, look));
    case "!=":
    case "not in":
    case "is not":
    case "<":
    case "<=":
      return !holds;
    default:
      return holds;
  }
}

function strongest(asked: readonly (Asked | undefined)[]): Asked | undefined {
  return order.find((one) => asked.includes(one));
}

function comparison(operands: readonly Term[], look: TermLook): Asked {
  const side = operands.find((operand) => look.of(operand).caller);
  const other = operands.find((operand) => !look.of(operand).caller);
  if (side === undefined || other === undefined) return "unclear";
  if (other.kind === "const" && (other.value === null || other.value === "")) return "presence";
  if (other.kind === "const" && typeof other.value === "boolean") return truth(side, look);
  if (isRaw(side)) return "secret";
  const name = lastName(side, look);
  // What was found by a credential is the caller: that it has something in it is no more than that it was found.
  if (name === undefined) return isCaller(side) || isFound(side) ? "presence" : "unclear";
  // `user.id in ADMINS`: a list that the code holds makes some callers more than others.
  if (isOfEveryone(name)) return isMany(other) ? "role" : "presence";
  return "role";
}

function isMany(term: Term): boolean {
  return term.kind === "collection" ? term.items.length > 0 && !/^(?:access|refresh|bearer)$/i.test(term.items[0]?.kind === "const" ? String(term.items[0].value) : "") : term.kind === "attribute" || term.kind === "symbol";
}

/** What a caller presents, as it is or cut into pieces: comparing it asks for a secret. */
function isRaw(term: Term): boolean {
  if (isPresented(term)) return true;
  if (term.kind === "item" || term.kind === "element") return isRaw(term.of);
  if (term.kind === "call" && term.callee.kind === "attribute") return isRaw(term.callee.of) || (term.callee.name === "get" && term.callee.of.kind === "attribute" && term.callee.of.name === "headers");
  return term.kind === "call" && term.callee.kind === "symbol" && /^(?:builtins|hashlib|hmac|base64)\./.test(term.callee.name) && term.args.some(isRaw);
}

/** What the truth of a value of the caller says. */
function truth(term: Term, look: TermLook): Asked {
  if (isCaller(term)) return "presence";
  switch (term.kind) {
    case "attribute":
      if (isOfEveryone(term.name)) return "presence";
      return startsAtCaller(term.of, look) ? "role" : "unclear";
    case "item":
      return term.key.kind === "const" && !isOfEveryone(String(term.key.value)) && typeof term.key.value === "string" ? "role" : "presence";
    case "element":
      return truth(term.of, look);
    case "call":
      return truthOfCall(term, look);
    default:
      return "unclear";
  }
}

function truthOfCall(term: Term & { kind: "call" }, look: TermLook): Asked {
  const { callee, args, keywords } = term;
  const [first, second] = args;
  if (callee.kind === "attribute" && look.of(callee.of).caller) {
    const isText = first?.kind === "const" && typeof first.value === "string";
    if (callee.name === "get" && isText) return isOfEveryone(String(first.value)) ? "presence" : "role";
    if (isOfEveryone(callee.name)) return "presence";
    // A question that is put to the caller with what the code wants to know: `user.has_perm("shop.change")`.
    const isAsked = [...args, ...keywords.map(({ value }) => value)].some(isWanted);
    if (isAsked) return startsAtCaller(callee.of, look) ? "role" : "unclear";
    return /^(?:is|has|can|may)_/.test(callee.name) && startsAtCaller(callee.of, look) ? "role" : "presence";
  }
  if (callee.kind === "symbol") {
    if (transparent.has(callee.name)) return strongest(args.map((arg) => askedBy(arg, look))) ?? "presence";
    if (callee.name === "builtins.getattr" && second?.kind === "const") return isOfEveryone(String(second.value)) ? "presence" : "role";
    if (/^builtins\.(?:isinstance|hasattr|callable|type)$/.test(callee.name)) return "presence";
    if (/(?:^|[._])compare_digest$/.test(callee.name)) return comparison(args, look);
  }
  const asksMore = [...args, ...keywords.map(({ value }) => value)].some((one) => !look.of(one).caller && isWanted(one));
  return asksMore && !isLookup(callee) ? "unclear" : "presence";
}

/** A lookup of the caller by what it presents, and the reading of a token: what is found is the caller. */
function isLookup(callee: Term): boolean {
  const name = callee.kind === "attribute" ? callee.name : callee.kind === "symbol" ? callee.name.slice(callee.name.lastIndexOf(".") + 1) : "";
  return /^_?(?:get|find|load|fetch|query|select|filter|first|one|scalar|execute|decode|verify|validate|parse|authenticate|lookup|resolve|read|retrieve|where|exec)/i.test(name);
}

/** A permission, a role, a list of them. */
function isWanted(term: Term): boolean {
  if (term.kind === "const") return typeof term.value === "string" && term.value !== "";
  if (term.kind === "collection") return term.items.some(isWanted);
  return term.kind === "attribute" && term.of.kind === "symbol" && /^[A-Z]/.test(term.of.name.slice(term.of.name.lastIndexOf(".") + 1));
}

/** A chain that begins at the caller, or at what was looked up by it. */
function startsAtCaller(term: Term, look: TermLook): boolean {
  if (isCaller(term)) return true;
  switch (term.kind) {
    case "attribute":
    case "item":
    case "element":
      return startsAtCaller(term.of, look);
    case "call":
      return (term.callee.kind === "attribute" && startsAtCaller(term.callee.of, look)) || term.args.some((arg) => look.of(arg).caller) || term.keywords.some(({ value }) => look.of(value).caller);
    case "either":
      return term.options.some((option) => startsAtCaller(option, look));
    // `admin or user`: either of them.
    case "operation":
      return (term.operator === "or" || term.operator === "and" || term.operator === "if-else") && term.operands.some((operand) => startsAtCaller(operand, look));
    default:
      return false;
  }
}

/** What a lookup or a check of a credential came to. */
function isFound(term: Term): boolean {
  return term.kind === "call" || term.kind === "element" || term.kind === "either";
}

/** `role` of `user.role`, of `claims["role"]` and of `claims.get("role")`: something of the caller, and not the caller itself. */
function lastName(term: Term, look: TermLook): string | undefined {
  if (term.kind === "attribute") return startsAtCaller(term.of, look) ? term.name : undefined;
  if (term.kind === "item") return term.key.kind === "const" && startsAtCaller(term.of, look) ? String(term.key.value) : undefined;
  if (term.kind === "element") return lastName(term.of, look);
  if (term.kind !== "call") return undefined;
  const [first] = term.args;
  if (term.callee.kind === "symbol" && transparent.has(term.callee.name)) return first && lastName(first, look);
  if (term.callee.kind !== "attribute" || !startsAtCaller(term.callee.of, look)) return undefined;
  return term.callee.name === "get" && first?.kind === "const" ? String(first.value) : term.callee.name;
}
