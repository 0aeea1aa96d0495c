import { asTenant, createFirstToken, ensureTenant, hasTokens, tokenScopes, type Database } from "@muster/store";

/** The tenant that a service starts with. */
const firstTenant = "default";

/** Of a database without any token: one that may do everything. Answered once, to one of those who ask; afterwards there are tokens. */
export async function firstToken(database: Database): Promise<string | undefined> {
  const tenant = await ensureTenant(database.rows, firstTenant);
  if (await hasTokens(database)) return undefined;
  return asTenant(database, { tenant }, (rows) => createFirstToken(rows, { name: "first administrator", scopes: tokenScopes }));
}
