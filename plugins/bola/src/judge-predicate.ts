import type { Span, Term } from "@muster/contract";
import { shapeOf } from "./boolean-shape.ts";
import { comparisonOf } from "./comparison.ts";
import { calledName } from "./query-methods.ts";
import { roleOf } from "./role.ts";
import type { TermIndex } from "./term-index.ts";
import { termText } from "./term-text.ts";
import { allOf, noTie, oneOf, someOf } from "./tie.ts";
import type { HintPlace, Tie } from "./tie.ts";

const deepest = 60;
const excluding = new Set(["notin_", "not_in", "isnot", "is_not", "is_distinct_from", "not_like", "notlike", "ne"]);

/** What a condition of a query says of the rows that meet it: SQLAlchemy expressions, Django `Q`s and Mongo filters. */
export function judgePredicate(term: Term, holds: boolean, index: TermIndex, at: Span, depth = 0): Tie {
  if (depth > deepest || !index.spend(1)) return { kind: "opaque", reason: "a filter is too large to take apart", span: at };
  if (!index.of(term).principal) return noTie;
  const next = (inner: Term, innerHolds = true): Tie => judgePredicate(inner, innerHolds, index, at, depth + 1);
  const place = { span: at, term, isCertain: true } as const;
  const shape = shapeOf(term, holds);
  switch (shape.kind) {
    // A column with a default may stand here as the default: `Item.is_shared` as False. It says nothing of the row.
    case "constant":
      return noTie;
    case "all":
      return allOf(shape.parts.map((part) => next(part.term, part.holds)));
    case "any":
      return oneOf(shape.parts.map((part) => next(part.term, part.holds)), place);
    case "some":
      return someOf(shape.parts.map((part) => next(part.term, part.holds)), place);
    case "leaf":
      break;
    default:
      return shape satisfies never;
  }
  switch (term.kind) {
    case "dict":
      return holds ? judgeDocument(term.entries, next, place) : noTie;
    case "collection":
      return allOf(term.items.map((item) => next(item)));
    case "operation": {
      const comparison = comparisonOf(term, holds);
      if (!comparison?.holds) return noTie;
      const foreign = [comparison.left, comparison.right].some((side) => !index.of(side).principal && side.kind !== "const");
      if (foreign) return tied(term, at);
      // A column with a default is read as the default: `Item.owner_id` may stand here as None.
      const role = judgeRole(term, index, at);
      return role.kind === "role" ? role : tied(term, at);
    }
    case "call": {
      if (calledName(term) === "Q") return holds ? allOf(term.keywords.map((keyword) => (index.of(keyword.value).principal ? tied(term, at) : noTie))) : noTie;
      const positive = holds !== excluding.has(calledName(term));
      const onColumn = term.callee.kind === "attribute" && !index.of(term.callee.of).principal;
      if (!positive) return noTie;
      return onColumn || term.args.some((arg) => !index.of(arg).principal && arg.kind !== "const") ? tied(term, at) : judgeRole(term, index, at);
    }
    default:
      return holds ? judgeRole(term, index, at) : noTie;
  }
}

/** A Mongo filter: every entry must match, but for `$or`. */
function judgeDocument(entries: (Term & { kind: "dict" })["entries"], next: (term: Term) => Tie, place: HintPlace): Tie {
  return allOf(
    entries.map(({ key, value }) => {
      const name = key.kind === "const" ? key.value : undefined;
      if (name === "$or" && value.kind === "collection") return oneOf(value.items.map((item) => next(item)), place);
      if (name === "$and" && value.kind === "collection") return allOf(value.items.map((item) => next(item)));
      if (name === "$nor" || name === "$ne" || name === "$nin" || name === "$not") return noTie;
      if (value.kind === "dict") return next(value);
      return next({ kind: "operation", operator: "==", operands: [{ kind: "symbol", name: typeof name === "string" ? name : "field" }, value] });
    }),
  );
}

function judgeRole(term: Term, index: TermIndex, span: Span): Tie {
  const role = roleOf(term, index);
  return role ? { kind: "role", role: role.name, administrative: role.administrative, span } : noTie;
}

function tied(term: Term, span: Span): Tie {
  return { kind: "tied", steps: [{ span, note: `the query asks for \`${termText(term)}\`` }], bypass: [] };
}
