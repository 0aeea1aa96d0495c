import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Whether a database answers now. */
export async function answers({ rows }: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(rows);
    return true;
  } catch {
    // Why not is told where it matters: this only asks.
    return false;
  }
}
