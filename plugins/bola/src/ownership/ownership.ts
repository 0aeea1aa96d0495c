import type { DataColumn, DataModel, Span } from "@muster/contract";
import { lastSegment } from "../term-text.ts";
import { gradeByName, isPassing } from "./column-grade.ts";
import type { ColumnKind } from "./column-grade.ts";
import { isMembership, isTenantName, isUserModel } from "./model-kind.ts";

/** A column that says whose an object is, or the way over its parents to one. */
export interface OwnerColumn {
  readonly kind: ColumnKind;
  /** `Item.owner_id`, and over a parent `Task.project_id → Project.owner_id`. */
  readonly path: string;
  /** The models on that way, the object's own first. */
  readonly through: readonly string[];
  readonly span: Span;
}

/** What the data models say of whose an object is. */
export type Owned =
  | { readonly kind: "owned"; readonly by: OwnerColumn }
  /** It is a caller itself. */
  | { readonly kind: "caller"; readonly span: Span }
  /** Nothing in it refers to callers or to what they share. */
  | { readonly kind: "nobody"; readonly span: Span };

export interface Ownership {
  /** By the model's qualified name; undefined where it is not known, or refers to what is not known. */
  of(model: string): Owned | undefined;
  knows(model: string): boolean;
  /** The model of a table, and the other way round: raw SQL and classes name the same rows. */
  ofTable(table: string): string | undefined;
  /** Models that each row of this one refers to, callers left out. */
  parentsOf(model: string): readonly string[];
  /** Models that join callers to rows of this one. */
  membershipsOf(model: string): readonly string[];
}

const furthest = 4;

export function createOwnership(models: readonly DataModel[]): Ownership {
  const byName = new Map(models.map((model) => [model.name, model]));
  const byLast = unique(models, (model) => lastSegment(model.name));
  const byTable = unique(models, (model) => model.table ?? lastSegment(model.name).toLowerCase());
  const users = new Set(models.filter(isUserModel));
  const resolve = (reference: string, from: DataModel): DataModel | "user" | undefined => {
    if (/AUTH_USER_MODEL$|^get_user_model$/.test(reference)) return "user";
    if (reference === "self") return from;
    const [table] = reference.split(".");
    const found = byName.get(reference) ?? byLast.get(lastSegment(reference)) ?? byTable.get(reference.split(".").at(-2) ?? table ?? "");
    if (found) return users.has(found) ? "user" : found;
    return /(?:^|\.)[A-Z]\w*User$|(?:^|\.)User$/.test(reference) ? "user" : undefined;
  };
  const hasOwner = (model: DataModel): boolean => model.columns.some((column) => column.references !== undefined && resolve(column.references, model) === "user" && !isPassing(column.name) && !isPlural(column.name));
  const memberships = new Map<string, readonly string[]>();
  const shared = new Set(models.filter((model) => isTenantName(model.name) && !hasOwner(model)));
  for (const model of models) {
    if (!isMembership(model)) continue;
    const ends = model.columns.map((column) => (column.references === undefined ? undefined : resolve(column.references, model)));
    if (!ends.includes("user")) continue;
    for (const end of ends) {
      if (!end || end === "user") continue;
      shared.add(end);
      memberships.set(end.name, [...(memberships.get(end.name) ?? []), model.name]);
    }
  }

  const known = new Map<DataModel, Owned | undefined>();
  const judge = (model: DataModel, depth: number): Owned | undefined => {
    if (known.has(model)) return known.get(model);
    if (users.has(model)) return { kind: "caller", span: model.span };
    // A model that leads back to itself says nothing by that.
    known.set(model, undefined);
    const owned = judgeColumns(model, depth);
    known.set(model, owned);
    return owned;
  };
  const judgeColumns = (model: DataModel, depth: number): Owned | undefined => {
    const name = lastSegment(model.name);
    const direct = model.columns.flatMap((column): OwnerColumn[] => {
      const kind = kindOf(column, column.references === undefined ? undefined : resolve(column.references, model));
      return kind ? [{ kind, path: `${name}.${column.name}`, through: [model.name], span: column.span }] : [];
    });
    const [best] = direct.toSorted((a, b) => Number(a.kind === "tenant") - Number(b.kind === "tenant"));
    if (best) return { kind: "owned", by: best };
    let open = depth >= furthest || model.columns.length === 0;
    for (const column of model.columns) {
      const parent = column.references !== undefined && isRelation(column) ? resolve(column.references, model) : undefined;
      if (column.references !== undefined && isRelation(column) && parent === undefined) open = true;
      if (!parent || parent === "user" || parent === model || isChildren(column, parent, model) || depth >= furthest) continue;
      const above = judge(parent, depth + 1);
      if (above?.kind === "owned") return { kind: "owned", by: { ...above.by, path: `${name}.${column.name} → ${above.by.path}`, through: [model.name, ...above.by.through], span: column.span } };
      if (above === undefined) open = true;
    }
    if (shared.has(model)) return undefined;
    return open ? undefined : { kind: "nobody", span: model.span };
  };
  const kindOf = (column: DataColumn, end: DataModel | "user" | undefined): ColumnKind | undefined => {
    if (isPassing(column.name)) return undefined;
    if (end === "user") return isPlural(column.name) ? undefined : "owner";
    if (end) return shared.has(end) && !isPlural(column.name) ? "tenant" : undefined;
    return column.references === undefined || !isRelation(column) ? gradeByName(column.name) : undefined;
  };
  return {
    of: (name) => {
      const model = byName.get(name);
      return model && judge(model, 0);
    },
    knows: (name) => byName.has(name),
    ofTable: (table) => byTable.get(table)?.name,
    parentsOf: (name) => {
      const model = byName.get(name);
      return (model?.columns ?? []).flatMap((column) => {
        const parent = model && column.references !== undefined && isRelation(column) && !isPassing(column.name) ? resolve(column.references, model) : undefined;
        return model && parent && parent !== "user" && parent !== model && !isChildren(column, parent, model) ? [parent.name] : [];
      });
    },
    membershipsOf: (name) => memberships.get(name) ?? [],
  };
}

/** A plain type behind a column (`UUID`, `str`) refers to nothing. */
function isRelation(column: DataColumn): boolean {
  const { references } = column;
  if (references === undefined) return false;
  if (references.includes(".") || references === "self" || references.endsWith("AUTH_USER_MODEL")) return true;
  return /^[A-Z]/.test(references) && !/^(?:UUID\d?|Decimal|Any|EmailStr|HttpUrl|Literal|Optional|Enum|Json|JSON|Path|PydanticObjectId|ObjectId|List|Dict|Set|Tuple|None|Indexed|ClassVar|Annotated|Integer|String|Text|Boolean|DateTime)$/.test(references);
}

/** The many that hang below a row say nothing of whose it is. */
function isPlural(name: string): boolean {
  return name.endsWith("s") && !/(?:ss|us|is)$/.test(name);
}

function isChildren(column: DataColumn, parent: DataModel, model: DataModel): boolean {
  if (isPlural(column.name)) return true;
  const name = lastSegment(model.name);
  return column.references === lastSegment(parent.name) && parent.columns.some((other) => other.references === name && !isPlural(other.name)) && !model.columns.some((other) => other.name === `${column.name}_id`);
}

function unique(models: readonly DataModel[], key: (model: DataModel) => string): ReadonlyMap<string, DataModel> {
  const out = new Map<string, DataModel>();
  const twice = new Set<string>();
  for (const model of models) {
    const name = key(model);
    if (out.has(name)) twice.add(name);
    out.set(name, model);
  }
  for (const name of twice) out.delete(name);
  return out;
}
