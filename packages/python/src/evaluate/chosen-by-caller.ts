import type { Term } from "@muster/contract";
import { saysCredential } from "../guards/concerns-caller.ts";

const transforms = /^(builtins|hashlib|base64|json|re|string|urllib|uuid)\./;

/**
 * Whether the caller alone decides what the value is: an input, a part of one, or one in another shape. Comparing two
 * such values says nothing about the caller. What was looked up by an input is not chosen.
 */
export function isChosenByCaller(term: Term, depth = 8): boolean {
  // Terms share their parts: without a bound a walk could take as long as there are ways through them.
  if (depth === 0) return false;
  const isChosen = (part: Term): boolean => isChosenByCaller(part, depth - 1);
  switch (term.kind) {
    case "input":
      return true;
    case "attribute":
    case "element":
      return isChosen(term.of);
    case "item":
      return isChosen(term.of);
    case "call": {
      const given = [...term.args, ...term.keywords.map((one) => one.value)];
      const harmless = given.every((one) => one.kind === "const" || isChosen(one));
      if (!harmless) return false;
      if (term.callee.kind === "attribute") return isChosen(term.callee.of) || (isKnownPattern(term.callee.of) && given.some(isChosen));
      return term.callee.kind === "symbol" && transforms.test(term.callee.name) && given.some(isChosen);
    }
    case "template":
      return term.parts.some(isChosen) && term.parts.every((part) => part.kind === "const" || isChosen(part));
    case "operation":
      return term.operands.some(isChosen) && term.operands.every((operand) => operand.kind === "const" || isChosen(operand));
    case "either":
      return term.options.every((option) => option.kind === "const" || isChosen(option)) && term.options.some(isChosen);
    case "collection":
      return term.items.some(isChosen) && term.items.every((item) => item.kind === "const" || isChosen(item));
    case "const":
    case "principal":
    case "symbol":
    case "instance":
    case "dict":
    case "unknown":
      return false;
    default:
      return term satisfies never;
  }
}

/** A pattern that the code wrote: what matches it is the caller's choice. */
function isKnownPattern(term: Term): boolean {
  return term.kind === "instance" && term.class === "re.Pattern" && term.attributes.every(({ value }) => value.kind === "const");
}

/** A parameter of the path, or a number or text made of it alone. */
export function isPathParameter(term: Term, depth = 4): boolean {
  if (depth === 0) return false;
  if (term.kind === "input") return term.source === "path";
  if (term.kind === "item") return isPathParameter(term.of, depth - 1);
  if (term.kind !== "call" || term.callee.kind !== "symbol" || !/^builtins\.(int|str)$|^uuid\.UUID$/.test(term.callee.name)) return false;
  const [only] = term.args;
  return term.args.length === 1 && term.keywords.length === 0 && only !== undefined && isPathParameter(only, depth - 1);
}

/** What a caller says of itself, for anyone to say. */
const statements = /role|scope|group|permission|tenant|version|client|type|kind|lang|locale|device|platform|channel|source|env|region|mode|plan|tier|format/i;
const decoding = /^base64\.(standard_|urlsafe_)?b(64|32|16)decode$/;
const shaping = new Set(["strip", "lstrip", "rstrip", "replace", "removeprefix", "encode", "decode"]);

/** Whether the value is what the caller sent as a credential, whole or without the name of its scheme before it. */
export function isSecretOfCaller(term: Term, depth = 8): boolean {
  if (depth === 0) return false;
  if (term.kind === "input") return (term.source === "header" || term.source === "cookie" || term.source === "query") && !statements.test(term.name);
  if (term.kind === "call" && term.callee.kind === "attribute") {
    const [name] = term.args;
    if (term.callee.name === "get" && name?.kind === "const") return areHeaders(term.callee.of) && !statements.test(String(name.value));
    return shaping.has(term.callee.name) && isSecretOfCaller(term.callee.of, depth - 1);
  }
  if (term.kind === "call" && term.callee.kind === "symbol") {
    const [text] = term.args;
    return text !== undefined && decoding.test(term.callee.name) && isSecretOfCaller(text, depth - 1);
  }
  // The one or the other, from wherever a caller sent it.
  if (term.kind === "operation" && term.operator === "or") return term.operands.every((operand) => isSecretOfCaller(operand, depth - 1));
  // `header.split(" ")[1]`; the first piece is the scheme's name.
  if (term.kind !== "item" || (term.key.kind === "const" && term.key.value === 0)) return false;
  const { of } = term;
  return of.kind === "call" && of.callee.kind === "attribute" ? isSecretOfCaller(of.callee.of, depth - 1) : isSecretOfCaller(of, depth - 1);
}

/** `scope["headers"]`, and a dict of them. */
function areHeaders(term: Term): boolean {
  if (term.kind === "attribute") return term.name === "headers" && term.of.kind === "input" && term.of.source === "request";
  const [only] = term.kind === "call" && term.callee.kind === "symbol" && term.callee.name === "builtins.dict" ? term.args : [];
  return only !== undefined && areHeaders(only);
}

/** Whether what the caller sent is a credential by the name under which it was sent: the header `X-API-Key`, not `X-Event`. */
export function namesCredential(term: Term, depth = 6): boolean {
  if (depth === 0) return false;
  if (term.kind === "input") return saysCredential(term.name);
  if (term.kind === "attribute" && saysCredential(term.name)) return true;
  if (term.kind === "item" || term.kind === "attribute" || term.kind === "element") return namesCredential(term.of, depth - 1);
  if (term.kind === "call") return [...(term.callee.kind === "attribute" ? [term.callee.of] : []), ...term.args].some((one) => namesCredential(one, depth - 1));
  return term.kind === "operation" && term.operands.some((one) => namesCredential(one, depth - 1));
}
