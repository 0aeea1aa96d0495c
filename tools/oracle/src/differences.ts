import type { Row } from "./application.ts";
import { keyOf } from "./row-order.ts";

/** One line for each row that is not the same in both, notes aside. */
export function differences(current: readonly Row[], older: readonly Row[]): string[] {
  const rest = new Map(older.map((row) => [keyOf(row), row]));
  const out: string[] = [];
  for (const row of current) {
    const other = rest.get(keyOf(row));
    rest.delete(keyOf(row));
    if (other === undefined) out.push(`only the current one serves ${row.method} ${row.path}`);
    else if (factsOf(row) !== factsOf(other)) out.push(`${row.method} ${row.path}: ${factsOf(row)} now, ${factsOf(other)} before`);
  }
  for (const row of rest.values()) out.push(`only the older one serves ${row.method} ${row.path}`);
  return out;
}

function factsOf(row: Row): string {
  return JSON.stringify({ name: row.name, hidden: row.hidden, secured: row.secured, implied: row.implied ?? false });
}
