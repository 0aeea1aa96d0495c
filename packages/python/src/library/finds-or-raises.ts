import type { Term } from "@muster/contract";
import type { Value } from "../values/value.ts";

/**
 * Methods of queries that raise where nothing is found, with what they raise: `Query.one` and `Result.scalar_one` of
 * SQLAlchemy, `first_or_404` and its like of Flask-SQLAlchemy. The names are theirs alone.
 */
const raising: Readonly<Record<string, string>> = {
  one: "sqlalchemy.exc.NoResultFound",
  scalar_one: "sqlalchemy.exc.NoResultFound",
  get_one: "sqlalchemy.exc.NoResultFound",
  one_or_404: "werkzeug.exceptions.NotFound",
  first_or_404: "werkzeug.exceptions.NotFound",
  get_or_404: "werkzeug.exceptions.NotFound",
};

/** `get` of Django's managers, and what packages name after it: `Key.objects.get_from_key(key)`. */
const ofManagers = /^a?(?:get|earliest|latest)$|^get_(?:by|from|for)_/;

/** The exception that a call raises where there is nothing of what it looks for; undefined for calls that answer with nothing. */
export function raisedForNothing(callee: Value): string | undefined {
  if (callee.kind === "external") {
    // A model of a package that is not here.
    const cut = callee.name.lastIndexOf(".");
    return ofManagers.test(callee.name.slice(cut + 1)) && isOfManager({ kind: "symbol", name: callee.name.slice(0, cut) }) ? "django.core.exceptions.ObjectDoesNotExist" : undefined;
  }
  if (callee.kind !== "symbolic" || callee.term.kind !== "attribute") return undefined;
  const { name, of } = callee.term;
  if (Object.hasOwn(raising, name)) return raising[name];
  return ofManagers.test(name) && isOfManager(of) ? "django.core.exceptions.ObjectDoesNotExist" : undefined;
}

/** `Model.objects`, and what is chained to it: `Model.objects.select_related("user")`. */
function isOfManager(term: Term): boolean {
  let at = term;
  for (;;) {
    if (at.kind === "call") at = at.callee;
    else if (at.kind === "attribute" && (at.name === "objects" || at.name === "_default_manager")) return true;
    else if (at.kind === "attribute") at = at.of;
    else return at.kind === "symbol" && /\.(?:objects|_default_manager)(?:\.|$)/.test(at.name);
  }
}
