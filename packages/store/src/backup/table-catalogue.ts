import { sql, type Kysely } from "kysely";
import type { Tables } from "../schema/tables.ts";

/** A table of the schema as the database has it. */
export interface StoredTable {
  readonly name: string;
  /** All but those that the database computes. */
  readonly columns: readonly string[];
  /** The column that is numbered, if one is. */
  readonly identity?: string;
  /** Whether rows hold whole results: few are read at a time. */
  readonly large: boolean;
}

/** The tables of the schema `muster` by name; the list of migrations is none of them. */
export async function storedTables(rows: Kysely<Tables>): Promise<readonly StoredTable[]> {
  const { rows: found } = await sql<{ readonly name: string; readonly columns: readonly string[]; readonly identity: string | null; readonly large: boolean }>`
    select class.relname as name, json_agg(attribute.attname order by attribute.attnum) filter (where attribute.attgenerated = '') as columns,
      min(attribute.attname::text) filter (where attribute.attidentity <> '') as identity, bool_or(attribute.attname = 'body') as large
    from pg_class as class join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
    where class.relnamespace = to_regnamespace('muster') and class.relkind = 'r' and class.relname <> 'migration' group by class.relname order by class.relname`.execute(rows);
  return found.map(({ identity, ...table }) => ({ ...table, ...(identity !== null && { identity }) }));
}
