import type { Term } from "@muster/contract";

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
      if (term.callee.kind === "attribute") return isChosen(term.callee.of);
      return term.callee.kind === "symbol" && transforms.test(term.callee.name) && given.some(isChosen);
    }
    case "template":
      return term.parts.some(isChosen) && term.parts.every((part) => part.kind === "const" || isChosen(part));
    case "operation":
      return term.operands.some(isChosen) && term.operands.every((operand) => operand.kind === "const" || isChosen(operand));
    case "either":
      return term.options.every((option) => option.kind === "const" || isChosen(option)) && term.options.some(isChosen);
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
