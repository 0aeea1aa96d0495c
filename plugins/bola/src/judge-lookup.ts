import type { CallTerm, Span, Term } from "@muster/contract";
import { judgePredicate } from "./judge-predicate.ts";
import { isNobody, startsAtPrincipal } from "./principal.ts";
import { calledName, queryRole } from "./query-methods.ts";
import { judgeSql, sqlOf } from "./sql-text.ts";
import type { TermIndex } from "./term-index.ts";
import { termText } from "./term-text.ts";
import { allOf, noTie, oneOf, someOf } from "./tie.ts";
import type { Tie } from "./tie.ts";

const deepest = 60;
const runsStatement = new Set(["exec", "execute", "scalars", "scalar", "fetch_one", "fetch_all", "fetchone", "fetchall", "fetchrow", "fetch", "fetchval", "list", "next", "iter", "model_validate", "from_orm"]);
const shortcuts = new Set(["get_object_or_404", "get_list_or_404", "aget_object_or_404", "aget_list_or_404"]);
const callerArgument = /^(?:current_)?(?:user|actor|caller|principal|auth|auth_subject|request|identity|session)$/;
const derivesFrom = new Set(["str", "int", "UUID", "dict", "subquery", "cte"]);

/**
 * What the way in which an object is found says of it and the caller: a filter by the caller, a key that holds the
 * caller, or a chain that begins at the caller. `term` may be a query, a statement, a row, or what is read off one.
 */
export function judgeLookup(term: Term, index: TermIndex, at: Span, depth = 0): Tie {
  if (depth > deepest || !index.spend(1)) return { kind: "opaque", reason: "a query is too large to take apart", span: at };
  if (isEmpty(term)) return { kind: "never" };
  if (!index.of(term).principal) return noTie;
  if (startsAtPrincipal(term)) return tied(at, `\`${termText(term)}\` is reached from the caller`);
  const next = (inner: Term, span = at): Tie => judgeLookup(inner, index, span, depth + 1);
  switch (term.kind) {
    case "call":
      return judgeCall(term, index, next);
    case "attribute":
    case "element":
      return next(term.of);
    case "item":
      return index.of(term.key).principal ? tied(at, `\`${termText(term)}\` is kept under the caller's own key`) : next(term.of);
    case "either":
      // `or None` is no object: it is not touched.
      return someOf(term.options.map((option): Tie => (option.kind === "const" || isNobody(option) ? { kind: "never" } : next(option))), { span: at, term });
    case "collection": {
      const items = term.items.map((item) => next(item));
      // The parts of a composite key select together; of a list each is an object of its own.
      return term.type === "tuple" ? allOf(items) : oneOf(items, { span: at, term, isCertain: true });
    }
    case "dict":
      return allOf(term.entries.map((entry) => next(entry.value)));
    case "template":
      return tied(at, `the key \`${termText(term)}\` holds the caller`);
    case "const":
    case "input":
    case "principal":
    case "symbol":
    case "instance":
    case "operation":
    case "unknown":
      return noTie;
    default:
      return term satisfies never;
  }
}

/** Rows of an empty set: `Item.objects.none()`, and what is looked up among them. Whoever asks for one gets 404. */
function isEmpty(term: Term): boolean {
  for (let part = term; part.kind === "call"; ) {
    if (part.callee.kind === "symbol") {
      const [set] = part.args;
      if (!set || !shortcuts.has(calledName(part))) return false;
      part = set;
    } else {
      if (part.callee.kind !== "attribute") return false;
      if (part.callee.name === "none" && part.args.length === 0) return true;
      part = part.callee.of;
    }
  }
  return false;
}

function judgeCall(call: CallTerm, index: TermIndex, next: (term: Term, span?: Span) => Tie): Tie {
  const sql = sqlOf(call);
  if (sql) return judgeSql(sql, index, call.span);
  const receiver = call.callee.kind === "attribute" ? next(call.callee.of, call.span) : noTie;
  const role = queryRole(call);
  switch (role) {
    case "filtering":
    case "joining":
      // Django's shortcuts take the set of rows first: a model, a manager or a query.
      if (call.callee.kind === "symbol" && shortcuts.has(calledName(call))) return allOf([...call.args.map((arg, position) => (position === 0 ? next(arg, call.span) : judgePredicate(arg, true, index, call.span))), ...judgeKeywords(call, index)]);
      return allOf([receiver, ...call.args.map((arg) => judgePredicate(arg, true, index, call.span)), ...judgeKeywords(call, index)]);
    case "keyed":
      return allOf([receiver, ...call.args.map((arg) => judgeKey(arg, index, call)), ...judgeKeywords(call, index)]);
    case "passing": {
      const name = calledName(call);
      const [statement] = call.args;
      if (statement && (runsStatement.has(name) || derivesFrom.has(name))) return allOf([receiver, next(statement, call.span)]);
      return receiver;
    }
    case "other": {
      const handed = [...call.args, ...call.keywords.map((keyword) => keyword.value)].some((value) => index.of(value).principal);
      return handed ? allOf([receiver, { kind: "opaque", reason: `\`${termText(call)}\` is given the caller and could not be followed`, span: call.span }]) : receiver;
    }
    default:
      return role satisfies never;
  }
}

/** A composite key or a path with the caller in it ties; the caller handed along as an argument of its own may or may not. */
function judgeKey(arg: Term, index: TermIndex, call: CallTerm): Tie {
  if (!index.of(arg).principal) return noTie;
  if (arg.kind === "dict") return judgePredicate(arg, true, index, call.span);
  if (arg.kind === "collection" || arg.kind === "template") return tied(call.span, `the key \`${termText(arg)}\` holds the caller`);
  return { kind: "opaque", reason: `\`${termText(call)}\` is given the caller and could not be followed`, span: call.span };
}

function judgeKeywords(call: CallTerm, index: TermIndex): readonly Tie[] {
  return call.keywords.map((keyword) => {
    const { value } = keyword;
    if (!index.of(value).principal || keyword.name.endsWith("__ne")) return noTie;
    // `repository.get(id=id, current_user=user)` hands the caller over; what it does with it is not seen.
    if (queryRole(call) === "keyed" && callerArgument.test(keyword.name)) return { kind: "opaque", reason: `\`${termText(call)}\` is given the caller and could not be followed`, span: call.span };
    if (value.kind === "dict") return judgePredicate(value, true, index, call.span);
    // `owner__in=visible(user)`, which is everything for some: whose rows are found is not known.
    if (value.kind === "either") return someOf(value.options.map((option): Tie => ((option.kind === "const" && option.value === null) || isNobody(option) ? { kind: "never" } : index.of(option).principal ? tied(call.span, `the query asks for \`${keyword.name} = ${termText(option)}\``) : noTie)), { span: call.span, term: value });
    return tied(call.span, `the query asks for \`${keyword.name} = ${termText(value)}\``);
  });
}

function tied(span: Span, note: string): Tie {
  return { kind: "tied", steps: [{ span, note }], bypass: [] };
}
