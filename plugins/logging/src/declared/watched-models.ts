import { isLibrary, native, none, type ClassValue, type FoundDeclaration, type Machine, type NativeCall, type Place, type Value } from "@muster/python";
import { classesIn, type Notes } from "./notes.ts";
import { classesOf } from "./orm-events.ts";

/** Functions of audit libraries that are called with a model, or decorate one: the library then records every change of it. */
const registering = [
  "auditlog.registry.auditlog.register",
  "simple_history.register",
  "reversion.register",
  "pghistory.track",
  "pghistory.core.track",
  "field_audit.audit_fields",
  "easyaudit.register",
  "flask_audit_logger.AuditLogger.track",
] as const;

/** Attributes of a model's class by which it is watched: the class that they are made of. */
const watching = new Set(["simple_history.models.HistoricalRecords", "audit_log.models.managers.AuditLog", "field_history.tracker.FieldHistoryTracker", "pghistory.models.Events"]);
/** SQLAlchemy-Continuum and PostgreSQL-Audit watch the models that have this. */
const versioned = "__versioned__";

export function watchedModels(notes: Notes): readonly (readonly [string, Value])[] {
  return registering.map((name): [string, Value] => [name, native(name, (call) => register(notes, name, call))]);
}

/** `auditlog.register(Item)`, `@reversion.register()`, `@pghistory.track(...)`. */
function register(notes: Notes, name: string, call: NativeCall): Value {
  const classes = classesIn(call.get(0, "model"));
  if (classes) {
    notes.add(name, call, { subjects: classes.map((cls) => cls.name) });
    return call.get(0, "model") ?? none;
  }
  return native(`${name}()`, (inner) => {
    const decorated = classesIn(inner.get(0));
    // What is watched when the class is not known is not known.
    if (decorated) notes.add(name, call, { subjects: decorated.map((cls) => cls.name) });
    return inner.get(0);
  });
}

/** Models that say in their own body, or by a base, that they are watched. */
export function watchedByAttribute(machine: Machine): readonly FoundDeclaration[] {
  return classesOf(machine).flatMap((cls) => {
    const place = cls.place;
    if (!place || isLibrary(place.module.path)) return [];
    return cls.mro.flatMap((base) => [...base.attributes].flatMap(([name, value]) => declarationOf(cls, base, name, value, place)));
  });
}

function declarationOf(cls: ClassValue, base: ClassValue, name: string, value: Value, place: Place): readonly FoundDeclaration[] {
  const about = { subjects: [cls.name], given: [], conditional: false };
  if (name === versioned) return [{ of: "sqlalchemy_continuum.versioned", place, ...about }];
  if (value.kind !== "symbolic" || value.term.kind !== "call" || value.term.callee.kind !== "symbol" || !watching.has(value.term.callee.name)) return [];
  // History of a base is its own, unless it says that those which extend it have one too.
  const isHandedOn = value.term.keywords.some((keyword) => keyword.name === "inherit" && keyword.value.kind === "const" && keyword.value.value === true);
  return base === cls || isHandedOn ? [{ of: value.term.callee.name, place: value.place ?? place, ...about }] : [];
}
