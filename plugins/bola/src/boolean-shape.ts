import type { Term } from "@muster/contract";

/** How a term that is true or false is put together, with every `not` resolved. */
export type BooleanShape =
  /** `some`: one of these, and what decides which was not kept. */
  | { readonly kind: "all" | "any" | "some"; readonly parts: readonly { readonly term: Term; readonly holds: boolean }[] }
  | { readonly kind: "constant"; readonly holds: boolean }
  | { readonly kind: "leaf" };

const conjunctions = new Set(["sqlalchemy.and_", "sqlmodel.and_", "sqlalchemy.sql.and_", "sqlalchemy.sql.expression.and_", "builtins.all", "all"]);
const disjunctions = new Set(["sqlalchemy.or_", "sqlmodel.or_", "sqlalchemy.sql.or_", "sqlalchemy.sql.expression.or_", "builtins.any", "any"]);
const negations = new Set(["sqlalchemy.not_", "sqlmodel.not_", "sqlalchemy.sql.not_", "sqlalchemy.sql.expression.not_"]);
const identities = new Set(["builtins.bool", "bool", "sqlalchemy.exists", "sqlalchemy.sql.exists"]);

/** Takes one step into `and`, `or`, `not`, `&`, `|`, `~`, `and_()`, `any([...])` and conditional expressions; De Morgan where `holds` is false. */
export function shapeOf(term: Term, holds: boolean): BooleanShape {
  switch (term.kind) {
    case "const":
      return { kind: "constant", holds: Boolean(term.value) === holds };
    case "either":
      return { kind: "some", parts: term.options.map((option) => ({ term: option, holds })) };
    case "operation":
      return operationShape(term.operator, term.operands, holds) ?? { kind: "leaf" };
    case "call": {
      if (term.callee.kind !== "symbol") return { kind: "leaf" };
      const name = term.callee.name;
      const [only] = term.args;
      if (negations.has(name)) return operationShape("not", term.args, holds) ?? { kind: "leaf" };
      if (identities.has(name) && only) return { kind: "all", parts: [{ term: only, holds }] };
      // A built-in `any` or `all` takes one collection; SQLAlchemy's take the conditions themselves.
      const operands = only?.kind === "collection" && term.args.length === 1 ? only.items : name.endsWith("_") ? term.args : undefined;
      if (!operands) return { kind: "leaf" };
      if (conjunctions.has(name)) return operationShape("and", operands, holds) ?? { kind: "leaf" };
      return disjunctions.has(name) ? (operationShape("or", operands, holds) ?? { kind: "leaf" }) : { kind: "leaf" };
    }
    default:
      return { kind: "leaf" };
  }
}

function operationShape(operator: string, operands: readonly Term[], holds: boolean): BooleanShape | undefined {
  switch (operator) {
    case "not":
    case "~":
      return { kind: "all", parts: operands.map((term) => ({ term, holds: !holds })) };
    case "and":
      return { kind: holds ? "all" : "any", parts: operands.map((term) => ({ term, holds })) };
    case "or":
      return { kind: holds ? "any" : "all", parts: operands.map((term) => ({ term, holds })) };
    case "&":
      return operands.every(isCondition) ? operationShape("and", operands, holds) : undefined;
    case "|":
      return operands.every(isCondition) ? operationShape("or", operands, holds) : undefined;
    default:
      return undefined;
  }
}

/** Python's `&` and `|` are also set operations; between comparisons they join conditions. A flag with a default may stand here as the default. */
function isCondition(term: Term): boolean {
  if (term.kind === "const") return typeof term.value === "boolean";
  return term.kind === "call" || (term.kind === "operation" && !["+", "-", "*", "/", "^"].includes(term.operator));
}
