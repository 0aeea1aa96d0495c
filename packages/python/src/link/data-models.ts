import { compareText, type DataColumn, type DataModel, type Term } from "@muster/contract";
import type { Machine } from "../evaluate/machine.ts";
import { isLibrary } from "../modules/library-index.ts";
import type { Expr } from "../syntax.ts";
import { spanOfPlace } from "../values/term.ts";
import type { ClassValue, Value } from "../values/value.ts";

/** Bases of which every class is a data model. What their metaclasses do is the same everywhere: names of the body become columns. */
const bases = new Set([
  "django.db.models.Model",
  "django.contrib.gis.db.models.Model",
  "django.contrib.auth.models.AbstractUser",
  "django.contrib.auth.models.AbstractBaseUser",
  "sqlalchemy.orm.DeclarativeBase",
  "tortoise.Model",
  "tortoise.models.Model",
  "beanie.Document",
  "beanie.odm.documents.Document",
  "mongoengine.Document",
  "mongoengine.DynamicDocument",
  "mongoengine.EmbeddedDocument",
  "odmantic.Model",
  "peewee.Model",
  "ormar.Model",
  "piccolo.table.Table",
]);
/** Calls that declare a column in a class body, by the names that data layers give them. */
const declaring = /^(?:Column|mapped_column|relationship|relation|backref|Field|Relationship|[A-Z]\w*Field|ForeignKey|OneToOneField|ManyToManyField|ForeignKeyWidget|GenericForeignKey|column_property)$/;
/** Annotations that make a column of what is in their brackets. */
const mapping = new Set(["Mapped", "Link", "BackLink", "WriteOnlyMapped", "DynamicMapped"]);
const mostColumns = 200;

/** Classes of data layers that evaluation came by, with what their bodies declare. */
export function dataModels(machine: Machine): readonly DataModel[] {
  const found = new Map<string, DataModel>();
  for (const module of machine.modules.values()) {
    if (isLibrary(module.path)) continue;
    for (const value of module.scope.vars.values()) {
      if (value.kind !== "class" || value.place?.module !== module || found.has(value.name)) continue;
      const model = dataModel(value);
      if (model) found.set(value.name, model);
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.name, b.name));
}

function dataModel(cls: ClassValue): DataModel | undefined {
  if (!cls.place) return undefined;
  const columns = new Map<string, DataColumn>();
  let declares = false;
  for (const one of cls.mro.toReversed()) {
    for (const column of columnsOf(one)) {
      declares ||= column.declared;
      if (columns.size < mostColumns) columns.set(column.name, { name: column.name, span: column.span, ...(column.references !== undefined && { references: column.references }) });
    }
  }
  const table = cls.attributes.get("__tablename__");
  if (!cls.mro.some((one) => bases.has(one.name)) && !declares && table === undefined) return undefined;
  return {
    name: cls.name,
    span: spanOfPlace(cls.place),
    bases: cls.mro.slice(1).map((one) => one.name),
    ...(table?.kind === "const" && typeof table.value === "string" && { table: table.value }),
    columns: [...columns.values()],
  };
}

/** What one class body declares; `declared` where the declaration itself says that it is a column. */
function* columnsOf(cls: ClassValue): Generator<DataColumn & { readonly declared: boolean }> {
  for (const [name, field] of cls.fields) {
    if (name.startsWith("__")) continue;
    const value = cls.attributes.get(name);
    const call = value && callOf(value);
    const mapped = field.annotation.k === "sub" && mapping.has(lastName(field.annotation.o) ?? "");
    const references = (call && referenceOf(call)) ?? (field.annotation.k === "sub" && mapped ? lastName(field.annotation.i) : lastName(field.annotation));
    yield { name, span: spanOfPlace(field.place), declared: mapped || (call !== undefined && isTable(call)), ...(references !== undefined && { references }) };
  }
  for (const [name, value] of cls.attributes) {
    const call = cls.fields.has(name) ? undefined : callOf(value);
    if (!call || value.kind !== "symbolic" || !value.place || !declaring.test(calledName(call))) continue;
    const references = referenceOf(call);
    yield { name, span: spanOfPlace(value.place), declared: true, ...(references !== undefined && { references }) };
  }
}

type Call = Term & { kind: "call" };

function callOf(value: Value): Call | undefined {
  return value.kind === "symbolic" && value.term.kind === "call" ? value.term : undefined;
}

/** A `Field(…)` of Pydantic says nothing of a table; one with a foreign or primary key does. */
function isTable(call: Call): boolean {
  const name = calledName(call);
  if (name === "Field") return call.keywords.some((keyword) => keyword.name === "foreign_key" || keyword.name === "primary_key" || keyword.name === "sa_column");
  return declaring.test(name);
}

const referring = new Set(["ForeignKey", "ForeignKeyField", "OneToOneField", "OneToOneRel", "ManyToManyField", "ReferenceField", "LazyReferenceField", "CachedReferenceField", "GenericReferenceField", "relationship", "Relationship", "ParentalKey"]);

/** The class or the table's column that a declaration refers to. */
function referenceOf(call: Call): string | undefined {
  const named = call.keywords.find((keyword) => ["foreign_key", "to", "model", "document_type"].includes(keyword.name))?.value;
  if (referring.has(calledName(call))) return referredName(call.args[0] ?? named);
  if (named) return referredName(named);
  // `Column(Integer, ForeignKey("users.id"))`, `ListField(ReferenceField(User))`
  for (const arg of [...call.args, ...call.keywords.map((keyword) => keyword.value)]) {
    const inner = arg.kind === "call" ? referenceOf(arg) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function referredName(term: Term | undefined): string | undefined {
  switch (term?.kind) {
    case "const":
      return typeof term.value === "string" ? term.value : undefined;
    case "symbol":
      return term.name;
    case "attribute":
      return term.name;
    case "call":
      return calledName(term) === "get_user_model" ? "AUTH_USER_MODEL" : undefined;
    default:
      return undefined;
  }
}

function calledName({ callee }: Call): string {
  if (callee.kind === "attribute") return callee.name;
  return callee.kind === "symbol" ? callee.name.slice(callee.name.lastIndexOf(".") + 1) : "";
}

/** The last name of an annotation that is one class: `User` of `models.User`, `"User"`, `User | None` and `list[User]`. */
function lastName(expr: Expr): string | undefined {
  switch (expr.k) {
    case "name":
      return expr.id;
    case "attr":
      return expr.n;
    case "const":
      return typeof expr.v === "string" ? /(\w+)\W*$/.exec(expr.v)?.[1] : undefined;
    case "sub":
      return lastName(expr.i);
    case "bin":
      return expr.l.k === "const" && expr.l.v === null ? lastName(expr.r) : lastName(expr.l);
    default:
      return undefined;
  }
}
