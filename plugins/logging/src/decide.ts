import type { Condition, Endpoint, Term } from "@muster/contract";
import { isRequest } from "./given-values.ts";
import { createdFlag } from "./scene.ts";
import { argumentsOf, calledName, reaches } from "./term.ts";

/** What is known of the request that a condition is asked about: it succeeded. */
export interface Success {
  readonly endpoint?: Pick<Endpoint, "method" | "posture">;
  /** Of a receiver: whether the object is new. */
  readonly created?: boolean;
}

/** Every success has one of these. */
const statuses = [200, 201, 204];
const responses = new Set(["the response", "what the view answers"]);
const found = new Set(["get_object_or_404", "aget_object_or_404", "get_or_404", "first_or_404", "one_or_404", "one"]);

/** Whether a condition holds for a request that succeeded; undefined where the code alone does not tell. */
export function holdsOnSuccess(condition: Condition, success: Success): boolean | undefined {
  const values = new Set(statuses.map((status) => truth(valueOf(condition.term, status, success))));
  const [value] = values;
  return values.size === 1 && value !== undefined ? value === condition.holds : undefined;
}

type Known = string | number | boolean | null | readonly Known[];

function truth(value: Known | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** The value of a term where the answer has this status. */
function valueOf(term: Term, status: number, success: Success): Known | undefined {
  const of = (part: Term): Known | undefined => valueOf(part, status, success);
  switch (term.kind) {
    case "const":
      return term.value;
    case "principal":
      return true;
    case "unknown":
      return isResponse(term) ? true : undefined;
    case "symbol":
      return term.name === createdFlag ? success.created : undefined;
    case "collection": {
      const items = term.items.map(of);
      return items.some((item) => item === undefined) ? undefined : items.filter((item) => item !== undefined);
    }
    case "attribute":
      return attributeOf(term, status, success);
    case "call": {
      const name = calledName(term);
      if (name === "is_success") return true;
      if (name === "is_client_error" || name === "is_server_error" || name === "is_error" || name === "is_redirect") return false;
      if (found.has(name)) return true;
      if ((name === "upper" || name === "lower") && term.callee.kind === "attribute") {
        const text = of(term.callee.of);
        return typeof text === "string" ? (name === "upper" ? text.toUpperCase() : text.toLowerCase()) : undefined;
      }
      if (name === "getattr" && argumentsOf(term).length >= 2) {
        const [object, attribute] = term.args;
        return object && attribute?.kind === "const" && typeof attribute.value === "string" ? attributeOf({ kind: "attribute", of: object, name: attribute.value }, status, success) : undefined;
      }
      return undefined;
    }
    case "operation":
      return operationOf(term.operator, term.operands.map(of));
    case "input":
    case "instance":
    case "item":
    case "dict":
    case "template":
    case "element":
    case "either":
      return undefined;
    default:
      return term satisfies never;
  }
}

function attributeOf(term: Term & { kind: "attribute" }, status: number, { endpoint }: Success): Known | undefined {
  // By its name first: walking a term takes longer than all the rest, and few attributes are asked about.
  switch (term.name) {
    case "status_code":
    case "status":
    case "status_int":
      return reaches(term.of, isResponse) ? status : undefined;
    case "is_success":
    case "ok":
      return reaches(term.of, isResponse) ? true : undefined;
    case "method":
      return reaches(term.of, isRequest) ? endpoint?.method : undefined;
    // Whoever got through a guarded endpoint is signed in.
    case "is_authenticated":
    case "user":
      return endpoint?.posture === "protected" && reaches(term, isRequestOrCaller) ? true : undefined;
    case "is_anonymous":
      return endpoint?.posture === "protected" && reaches(term, isRequestOrCaller) ? false : undefined;
    default:
      return undefined;
  }
}

function isResponse(part: Term): boolean {
  return part.kind === "unknown" && responses.has(part.reason);
}

function isRequestOrCaller(part: Term): boolean {
  return isRequest(part) || part.kind === "principal";
}

function operationOf(operator: string, operands: readonly (Known | undefined)[]): Known | undefined {
  const [a, b] = operands;
  switch (operator) {
    case "and":
      return operands.some((one) => truth(one) === false) ? false : operands.every((one) => truth(one) === true) ? true : undefined;
    case "or":
      return operands.some((one) => truth(one) === true) ? true : operands.every((one) => truth(one) === false) ? false : undefined;
    case "not":
      return a === undefined ? undefined : !(truth(a) ?? false);
    default:
      return a === undefined || b === undefined ? undefined : compared(operator, a, b);
  }
}

function compared(operator: string, a: Known, b: Known): boolean | undefined {
  switch (operator) {
    case "==":
    case "is":
      return a === b;
    case "!=":
    case "is not":
      return a !== b;
    case "in":
      return Array.isArray(b) ? b.includes(a) : undefined;
    case "not in":
      return Array.isArray(b) ? !b.includes(a) : undefined;
    case "<":
    case "<=":
    case ">":
    case ">=":
      if (typeof a !== "number" || typeof b !== "number") return undefined;
      return operator === "<" ? a < b : operator === "<=" ? a <= b : operator === ">" ? a > b : a >= b;
    default:
      return undefined;
  }
}
