import type { Span } from "./span.ts";

/** One column, field or relation that a data model declares. */
export interface DataColumn {
  readonly name: string;
  readonly span: Span;
  /** What it refers to, as far as the code says: a class by its qualified or bare name, or a table by `table.column`. */
  readonly references?: string;
}

/** A class whose objects a data layer keeps: a table, a document. */
export interface DataModel {
  /** Fully qualified: `app.models.Item`. */
  readonly name: string;
  readonly span: Span;
  /** Fully qualified names of the classes that it inherits from, nearest first. */
  readonly bases: readonly string[];
  /** The table's name, where the code gives one. */
  readonly table?: string;
  /** Inherited ones included, in the order in which the code declares them. */
  readonly columns: readonly DataColumn[];
}
