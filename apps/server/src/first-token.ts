import { asTenant, createToken, ensureTenant, hasTokens, tokenScopes, type Database } from "@muster/store";

/** The tenant that a service starts with. */
const firstTenant = "default";

/** Of a database without any token: one that may do everything. Answered once; afterwards there are tokens. */
export async function firstToken(database: Database): Promise<string | undefined> {
  const tenant = await ensureTenant(database.rows, firstTenant);
  if (await hasTokens(database)) return undefined;
  const { secret } = await asTenant(database, { tenant }, (rows) => createToken(rows, { name: "first administrator", scopes: tokenScopes }));
  return secret;
}
