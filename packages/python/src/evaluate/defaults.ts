import type { Term } from "@muster/contract";
import { termOf } from "../values/term.ts";
import type { Value } from "../values/value.ts";

/** What stands for the variables of the environment in terms where code asks for one that need not be set: `os.environ.get("X")`. */
export const absentByDefault = "os.environ.get";

/** What something on the environment is where nothing is set. */
export interface ByDefault {
  readonly value: string | number | boolean | null;
  /** The code states the default itself (`os.getenv("X", "yes")`), and does not only do without. */
  readonly written: boolean;
}

/**
 * Which way a condition on the process's environment goes where no variable is set and the program is started without options;
 * undefined where it depends on anything else.
 */
export function conditionByDefault(condition: Value): { readonly holds: boolean; readonly written: boolean } | undefined {
  const known = ofTerm(termOf(condition));
  return known && { holds: Boolean(known.value), written: known.written };
}

function ofTerm(term: Term): ByDefault | undefined {
  switch (term.kind) {
    case "const":
      return { value: term.value, written: true };
    case "item":
      return term.of.kind === "symbol" && term.of.name === absentByDefault ? { value: null, written: false } : undefined;
    case "operation":
      return ofOperation(term.operator, term.operands);
    default:
      return undefined;
  }
}

function ofOperation(operator: string, operands: readonly Term[]): ByDefault | undefined {
  const [first, second] = operands;
  if (first === undefined) return undefined;
  if (operator === "not") {
    const known = ofTerm(first);
    return known && { value: !known.value, written: known.written };
  }
  if (operator === "and" || operator === "or") return ofChain(operator, operands);
  if (second === undefined || operands.length !== 2) return undefined;
  // Options of the command line: none are given by default.
  if ((operator === "in" || operator === "not in") && isOption(first) && second.kind === "symbol" && second.name === "sys.argv") return { value: operator === "not in", written: false };
  const [left, right] = [ofTerm(first), ofTerm(second)];
  if (!left || !right) return undefined;
  const written = left.written && right.written;
  if (operator === "==" || operator === "is") return { value: left.value === right.value, written };
  if (operator === "!=" || operator === "is not") return { value: left.value !== right.value, written };
  return undefined;
}

/** `a or b`: the first operand that decides it does; what is not known before that leaves it open. */
function ofChain(operator: "and" | "or", operands: readonly Term[]): ByDefault | undefined {
  let last: ByDefault | undefined;
  let written = true;
  for (const operand of operands) {
    last = ofTerm(operand);
    if (!last) return undefined;
    written &&= last.written;
    if (Boolean(last.value) === (operator === "or")) break;
  }
  return last && { value: last.value, written };
}

function isOption(term: Term): boolean {
  return term.kind === "const" && typeof term.value === "string" && term.value.startsWith("-");
}
