import { isSubclass, native, none, symbolic, type Arguments, type ClassValue, type Machine, type NativeCall, type Value } from "@muster/python";
import { changedObject } from "../scene.ts";
import { classesIn, runsFor, subjectsIn, type Notes } from "./notes.ts";

const mapperEvent = /^(?:before|after)_(?:insert|update|delete)$/;
/** Events of a session that see every object it writes. */
const sessionEvent = /^(?:before_flush|after_flush|after_flush_postexec|before_commit|after_commit|do_orm_execute|after_bulk_delete|after_bulk_update|pending_to_persistent|persistent_to_deleted)$/;

/** `event.listens_for(Item, "after_delete")` and `event.listen(Session, "before_flush", record)` of SQLAlchemy. */
export function ormEventModels(notes: Notes): readonly (readonly [string, Value])[] {
  const decorate = (call: NativeCall): Value => native("sqlalchemy.event.listens_for()", (inner) => (listen(notes, call, inner.get(0)), inner.get(0)));
  return ["sqlalchemy.event", "sqlalchemy.event.api", "sqlmodel.event"].flatMap((module): [string, Value][] => [
    [`${module}.listens_for`, native("sqlalchemy.event.listens_for", decorate)],
    [`${module}.listen`, native("sqlalchemy.event.listen", (call) => (listen(notes, call, call.get(2, "fn")), none))],
  ]);
}

function listen(notes: Notes, call: NativeCall, fn: Value | undefined): void {
  const identifier = call.get(1, "identifier");
  const name = identifier?.kind === "const" && typeof identifier.value === "string" ? identifier.value : "";
  const target = call.get(0, "target");
  if (sessionEvent.test(name)) {
    const runs = runsFor(fn, () => sessionArguments(call));
    notes.add(`sqlalchemy.event.${name}`, call, runs ? { runs } : {});
    return;
  }
  const classes = classesIn(target);
  if (!mapperEvent.test(name)) return;
  const propagate = call.args.keywords.get("propagate");
  const isPropagated = propagate?.kind === "const" && propagate.value === true;
  const runs = runsFor(fn, (object) => ({ positional: [none, none, object], keywords: new Map(), open: false }), classes?.[0]);
  const subjects = classes && isPropagated ? subclassesOf(call.machine, classes) : subjectsIn(target);
  notes.add(`sqlalchemy.event.${name}`, call, { ...(subjects && { subjects }), ...(runs && { runs }) });
}

/** A session whose `new`, `dirty` and `deleted` hold what changed. */
function sessionArguments(call: NativeCall): Arguments {
  const session = symbolic({ kind: "symbol", name: changedObject }, { place: call.place });
  return { positional: [session, none, none], keywords: new Map(), open: false };
}

/** These classes and those of loaded modules that extend them. */
export function subclassesOf(machine: Machine, classes: readonly ClassValue[]): readonly string[] {
  const names = classes.map((cls) => cls.name);
  return [...new Set([...names, ...classesOf(machine).flatMap((cls) => (isSubclass(cls, names) ? [cls.name] : []))])];
}

/** Classes at the top of the modules that were loaded, each once. */
export function classesOf(machine: Machine): readonly ClassValue[] {
  const found = new Set<ClassValue>();
  for (const module of machine.modules.values()) for (const bound of module.scope.vars.values()) if (bound.kind === "class" && bound.place?.module === module) found.add(bound);
  return [...found];
}
