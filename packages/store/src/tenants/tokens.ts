import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { TenantRows, Tenancy } from "./as-tenant.ts";

/** What a token lets its bearer do; none includes another. */
export const tokenScopes = ["read", "scan", "triage", "admin"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** A token as lists tell of it: never what proves it. */
export interface Token {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly repositories?: readonly number[];
  readonly createdAt: Date;
  readonly expiresAt?: Date;
  readonly revokedAt?: Date;
  readonly lastUsedAt?: Date;
}

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly repositories?: readonly number[];
  readonly expiresAt?: Date;
}

/** The bearer of a valid token. */
export interface Bearer extends Tenancy {
  readonly token: number;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
}

/** Makes a token. Its secret is answered once and kept nowhere: the database holds a hash. */
export async function createToken(rows: TenantRows, { name, scopes, repositories, expiresAt }: NewToken): Promise<{ readonly token: Token; readonly secret: string }> {
  const secret = `muster_${randomBytes(32).toString("base64url")}`;
  const row = await rows
    .insertInto("muster.token")
    .values({ tenant_id: rows.tenancy.tenant, name, hash: hashOf(secret), scopes: [...new Set(scopes)].toSorted(), repositories: repositories === undefined ? null : [...repositories], expires_at: expiresAt ?? null })
    .returning(tokenColumns)
    .executeTakeFirstOrThrow();
  return { token: tokenOf(row), secret };
}

/** The tokens of a tenant, the oldest first. */
export async function listTokens(rows: TenantRows): Promise<readonly Token[]> {
  return (await rows.selectFrom("muster.token").select(tokenColumns).orderBy("id").execute()).map(tokenOf);
}

/** Ends a token at once. Undefined where there is none. */
export async function revokeToken(rows: TenantRows, id: number): Promise<Token | undefined> {
  const row = await rows.updateTable("muster.token").set((is) => ({ revoked_at: is.fn.coalesce("revoked_at", is.val(new Date())) })).where("id", "=", id).returning(tokenColumns).executeTakeFirst();
  return row === undefined ? undefined : tokenOf(row);
}

/** Who bears a token. Undefined where it is none, is revoked or has expired. */
export async function bearerOf(database: Database, secret: string): Promise<Bearer | undefined> {
  return (await bearersOf(database, [secret])).get(secret);
}

/** Who bears several tokens, by their secrets; those that are none, are revoked or have expired are left out. */
export async function bearersOf({ rows }: Database, secrets: readonly string[]): Promise<ReadonlyMap<string, Bearer>> {
  const byHash = new Map(secrets.filter((secret) => secret.startsWith("muster_") && secret.length <= 100).map((secret) => [Buffer.from(hashOf(secret)).toString("hex"), secret]));
  if (byHash.size === 0) return new Map();
  const now = new Date();
  const found = await rows
    .selectFrom("muster.token")
    .select(["id", "tenant_id", "name", "hash", "scopes", "repositories", "last_used_at"])
    .where("hash", "in", [...byHash.keys()].map((hash) => Buffer.from(hash, "hex")))
    .where("revoked_at", "is", null)
    .where((is) => is.or([is("expires_at", "is", null), is("expires_at", ">", now)]))
    .execute();
  // To the minute is enough for people, and spares a write for every request.
  const stale = found.filter(({ last_used_at }) => last_used_at === null || Math.abs(now.getTime() - last_used_at.getTime()) > 60_000).map(({ id }) => id);
  // One that another process notes just now is noted.
  if (stale.length > 0) await rows.updateTable("muster.token").set({ last_used_at: now }).where("id", "in", (from) => from.selectFrom("muster.token").select("id").where("id", "in", stale).orderBy("id").forUpdate().skipLocked()).execute();
  return new Map(
    found.flatMap((row): [string, Bearer][] => {
      const secret = byHash.get(Buffer.from(row.hash).toString("hex"));
      return secret === undefined ? [] : [[secret, { token: row.id, tenant: row.tenant_id, name: row.name, scopes: scopesOf(row.scopes), ...(row.repositories !== null && { repositories: row.repositories.map(Number) }) }]];
    }),
  );
}

/** Whether a token that was good is so still. */
export async function isTokenGood(rows: TenantRows, id: number): Promise<boolean> {
  const row = await rows.selectFrom("muster.token").select("id").where("id", "=", id).where("revoked_at", "is", null).where((is) => is.or([is("expires_at", "is", null), is("expires_at", ">", new Date())])).executeTakeFirst();
  return row !== undefined;
}

/** Of the advisory lock under which a database gets its first token. */
const firstLock = 5_417_734_003;

/** Makes a token where the tenant has none, so that of several servers that start at once one does. Undefined where there are tokens. */
export async function createFirstToken(rows: TenantRows, token: NewToken): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(${firstLock})`.execute(rows);
  const known = await rows.selectFrom("muster.token").select("id").limit(1).executeTakeFirst();
  return known === undefined ? (await createToken(rows, token)).secret : undefined;
}

/** Whether a database has any token yet. */
export async function hasTokens({ rows }: Database): Promise<boolean> {
  return (await rows.selectFrom("muster.token").select("id").limit(1).executeTakeFirst()) !== undefined;
}

const tokenColumns = ["id", "name", "scopes", "repositories", "created_at", "expires_at", "revoked_at", "last_used_at"] as const;

interface TokenRow {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly repositories: readonly number[] | null;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  readonly last_used_at: Date | null;
}

function tokenOf(row: TokenRow): Token {
  return {
    id: row.id,
    name: row.name,
    scopes: scopesOf(row.scopes),
    createdAt: row.created_at,
    // Arrays of row numbers come as text from one of the drivers.
    ...(row.repositories !== null && { repositories: row.repositories.map(Number) }),
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
    ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
  };
}

function scopesOf(names: readonly string[]): readonly TokenScope[] {
  return tokenScopes.filter((scope) => names.includes(scope));
}

/** 32 random bytes need no slow hash. */
function hashOf(secret: string): Uint8Array {
  return createHash("sha256").update(secret).digest();
}
