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

/** The exception that a call raises where there is nothing of what it looks for; undefined for calls that answer with nothing. */
export function raisedForNothing(callee: Value): string | undefined {
  if (callee.kind !== "symbolic" || callee.term.kind !== "attribute") return undefined;
  const { name } = callee.term;
  return Object.hasOwn(raising, name) ? raising[name] : undefined;
}
