import type { Expr, Handler, Stmt } from "../syntax.ts";
import { constant, instanceOf } from "../values/make.ts";
import type { Instance, Place } from "../values/value.ts";
import { modelClass } from "../framework.ts";
import type { Frame, Snapshot } from "./frame.ts";
import { diverged, type Machine } from "./machine.ts";
import type { Binding } from "./scope.ts";

const unboundClass = modelClass({ name: "muster.Unbound" });
const unboundError = modelClass({ name: "builtins.UnboundLocalError" });

/**
 * A name that only the failed `try` would have bound: after a handler that came back, Python raises where it is read. A
 * handler such as `except InvalidKey: refuse_with(401)` relies on its function to raise; whether or not it does, nothing
 * that reads the name goes on. The 401 or 403 that the function is handed says what for.
 */
export function markUnbound(machine: Machine, stmt: Stmt & { k: "try" }, handler: Handler, frame: Frame, before: Snapshot, place: Place): void {
  const [only, ...others] = stmt.b;
  if (machine.mode !== "anonymous" || frame.scope.kind !== "function" || only?.k !== "assign" || others.length > 0) return;
  for (const target of only.t) {
    if (target.k !== "name" || before.vars.has(target.id) || frame.scope.vars.has(target.id) || frame.scope.outer?.has(target.id)) continue;
    const marker = instanceOf(unboundClass, place);
    const status = handler.b.map((one) => (one.k === "expr" ? refusalIn(one.v) : undefined)).find((one) => one !== undefined);
    if (status !== undefined) marker.attributes.set("status_code", constant(status));
    frame.scope.vars.set(target.id, marker);
  }
}

/** What a name is where it is read: raises where it is bound on no way that leads here. */
export function readBound(machine: Machine, bound: Binding, place: Place): Binding {
  if (isUnbound(bound)) {
    const raised = instanceOf(unboundError, place);
    for (const [name, value] of bound.attributes) raised.attributes.set(name, value);
    machine.frame?.exits.push({ kind: "raise", value: raised, place: bound.place, path: machine.path, through: [] });
    throw diverged;
  }
  if (bound.kind !== "union" || !bound.options.some(isUnbound)) return bound;
  const [first, ...rest] = bound.options.filter((option) => !isUnbound(option));
  return rest.length === 0 && first ? first : { kind: "union", options: bound.options.filter((option) => !isUnbound(option)) };
}

function isUnbound(value: Binding): value is Instance {
  return value.kind === "instance" && value.class === unboundClass;
}

/** The status with which a call in a handler asks to turn somebody away: `fail(401, "…")`, `fail(status_code=403)`. */
function refusalIn(call: Expr): number | undefined {
  if (call.k !== "call") return undefined;
  const statuses = call.a.map(({ v }) => (v.k === "const" && typeof v.v === "number" ? v.v : undefined));
  return statuses.find((status) => status === 401 || status === 403);
}

