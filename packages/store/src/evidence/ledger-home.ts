import type { Database } from "../database/database.ts";

/**
 * Whether a database's ledgers are in the folder of that name. Where they are nowhere yet, `claim` takes them for it; a folder
 * that another database claimed before is not to be taken.
 */
export async function ledgersAreIn({ rows }: Database, home: string, claim: boolean): Promise<boolean> {
  if (claim) await rows.insertInto("muster.ledger_home").values({ home }).onConflict((conflict) => conflict.doNothing()).execute();
  return (await rows.selectFrom("muster.ledger_home").select("home").executeTakeFirst())?.home === home;
}
