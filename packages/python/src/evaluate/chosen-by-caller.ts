import type { Term } from "@muster/contract";

const transforms = /^(builtins|hashlib|base64|json|re|string|urllib|uuid)\./;

/**
 * Whether the caller alone decides what the value is: an input, a part of one, or one in another shape. Comparing two
 * such values says nothing about the caller. What was looked up by an input is not chosen.
 */
export function isChosenByCaller(term: Term): boolean {
  switch (term.kind) {
    case "input":
      return true;
    case "attribute":
    case "element":
      return isChosenByCaller(term.of);
    case "item":
      return isChosenByCaller(term.of);
    case "call": {
      const given = [...term.args, ...term.keywords.map((one) => one.value)];
      const harmless = given.every((one) => one.kind === "const" || isChosenByCaller(one));
      if (!harmless) return false;
      if (term.callee.kind === "attribute") return isChosenByCaller(term.callee.of);
      return term.callee.kind === "symbol" && transforms.test(term.callee.name) && given.some(isChosenByCaller);
    }
    case "template":
      return term.parts.some(isChosenByCaller) && term.parts.every((part) => part.kind === "const" || isChosenByCaller(part));
    case "operation":
      return term.operands.some(isChosenByCaller) && term.operands.every((operand) => operand.kind === "const" || isChosenByCaller(operand));
    case "either":
      return term.options.every((option) => option.kind === "const" || isChosenByCaller(option)) && term.options.some(isChosenByCaller);
    case "const":
    case "principal":
    case "symbol":
    case "instance":
    case "collection":
    case "dict":
    case "unknown":
      return false;
    default:
      return term satisfies never;
  }
}
