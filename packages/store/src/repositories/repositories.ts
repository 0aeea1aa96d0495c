import type { TenantRows } from "../tenants/as-tenant.ts";

/** A registered repository. */
export interface Repository {
  readonly id: number;
  readonly name: string;
  /** A git URL without credentials, or an absolute path. */
  readonly location: string;
  /** The name under which the worker's environment keeps what it signs in with. */
  readonly credential?: string;
  /** The ref whose newest scan is "now": `refs/heads/main`. Known once it was fetched. */
  readonly mainRef?: string;
  readonly quarantine?: { readonly since: Date; readonly reason: string };
  /** Seconds between two looks at it, where its host tells of nothing. */
  readonly pollSeconds?: number;
  /** The scan of what "now" is. */
  readonly currentScan?: number;
  readonly createdAt: Date;
}

/** What a ref pointed to when it was last looked at. */
export interface Ref {
  readonly name: string;
  readonly commit: string;
  readonly seenAt: Date;
}

/** What a fetch saw. Without `refs` it did not look at them. */
export interface FetchedRefs {
  readonly mainRef?: string;
  readonly refs?: readonly Pick<Ref, "name" | "commit">[];
  /** `onMain`: whether a commit is known to be on the main ref. */
  readonly commits: readonly { readonly sha: string; readonly committedAt: Date; readonly onMain?: boolean }[];
}

export interface NewRepository {
  readonly name: string;
  readonly location: string;
  readonly credential?: string;
}

/** Registers a repository; `taken` where the tenant has one of that name or place. */
export async function registerRepository(rows: TenantRows, { name, location, credential }: NewRepository): Promise<{ readonly status: "registered"; readonly repository: Repository } | { readonly status: "taken"; readonly repository: Repository }> {
  const row = await rows
    .insertInto("muster.repository")
    .values({ tenant_id: rows.tenancy.tenant, name, location, credential: credential ?? null, main_ref: null, quarantine_reason: null, current_scan_id: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning(columns)
    .executeTakeFirst();
  if (row !== undefined) return { status: "registered", repository: repositoryOf(row) };
  const other = await rows.selectFrom("muster.repository").select(columns).where((is) => is.or([is("name", "=", name), is("location", "=", location)])).executeTakeFirstOrThrow();
  return { status: "taken", repository: repositoryOf(other) };
}

export async function repositoriesById(rows: TenantRows, ids: readonly number[]): Promise<readonly Repository[]> {
  if (ids.length === 0) return [];
  return (await rows.selectFrom("muster.repository").select(columns).where("id", "in", ids).execute()).map(repositoryOf);
}

export async function repositoryById(rows: TenantRows, id: number): Promise<Repository | undefined> {
  return (await repositoriesById(rows, [id]))[0];
}

export async function repositoryByName(rows: TenantRows, name: string): Promise<Repository | undefined> {
  const row = await rows.selectFrom("muster.repository").select(columns).where("name", "=", name).executeTakeFirst();
  return row === undefined ? undefined : repositoryOf(row);
}

/**
 * Has one transaction at a time change what is known of a repository: its scans are made side by side, and each keeps
 * refs, versions and what is "now".
 */
export async function lockRepository(rows: TenantRows, repository: number): Promise<void> {
  // Not more than that: rows that name the repository are still added, by those who hold the lock of events and whom the holder of this one will wait for.
  await rows.selectFrom("muster.repository").select("id").where("id", "=", repository).forNoKeyUpdate().execute();
}

/** Keeps what a fetch saw. Refs that are gone are forgotten, commits stay. */
export async function keepRefs(rows: TenantRows, repository: number, { mainRef, refs, commits }: FetchedRefs): Promise<void> {
  const owner = { tenant_id: rows.tenancy.tenant, repository_id: repository };
  await lockRepository(rows, repository);
  if (mainRef !== undefined) await rows.updateTable("muster.repository").set({ main_ref: mainRef }).where("id", "=", repository).execute();
  if (refs !== undefined) await rows.deleteFrom("muster.ref").where("repository_id", "=", repository).execute();
  for (const part of parts(refs ?? [])) await rows.insertInto("muster.ref").values(part.map(({ name, commit }) => ({ ...owner, name, commit_sha: commit }))).execute();
  // The last word on a commit counts, and once it was on the main ref that stays so. One statement takes a row once.
  const known = new Map(commits.map((commit) => [commit.sha, commit]));
  for (const part of parts([...known.values()])) {
    await rows
      .insertInto("muster.commit")
      .values(part.map(({ sha, committedAt, onMain = false }) => ({ ...owner, sha, committed_at: committedAt, on_main: onMain })))
      .onConflict((conflict) => conflict.columns(["repository_id", "sha"]).doUpdateSet({ on_main: true }).where("excluded.on_main", "=", true))
      .execute();
  }
}

/** Statements take a bounded number of parameters. */
function parts<T>(items: readonly T[], size = 1000): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

export async function refsOf(rows: TenantRows, repository: number): Promise<readonly Ref[]> {
  const found = await rows.selectFrom("muster.ref").select(["name", "commit_sha", "seen_at"]).where("repository_id", "=", repository).orderBy("name").execute();
  return found.map(({ name, commit_sha, seen_at }) => ({ name, commit: commit_sha, seenAt: seen_at }));
}

/** Sets a repository aside, so that nothing of it is scanned until someone says so; without a reason that is said. */
export async function quarantine(rows: TenantRows, repository: number, reason: string | undefined): Promise<Repository | undefined> {
  const set = reason === undefined ? { quarantined_at: null, quarantine_reason: null } : { quarantined_at: new Date(), quarantine_reason: reason };
  const row = await rows.updateTable("muster.repository").set(set).where("id", "=", repository).returning(columns).executeTakeFirst();
  return row === undefined ? undefined : repositoryOf(row);
}

export const repositoryColumns = ["id", "name", "location", "credential", "main_ref", "quarantined_at", "quarantine_reason", "current_scan_id", "created_at", "poll_seconds"] as const;
const columns = repositoryColumns;

interface RepositoryRow {
  readonly id: number;
  readonly name: string;
  readonly location: string;
  readonly credential: string | null;
  readonly main_ref: string | null;
  readonly quarantined_at: Date | null;
  readonly quarantine_reason: string | null;
  readonly current_scan_id: number | null;
  readonly created_at: Date;
  readonly poll_seconds: number | null;
}

export function repositoryOf(row: RepositoryRow): Repository {
  return {
    id: row.id,
    name: row.name,
    location: row.location,
    createdAt: row.created_at,
    ...(row.credential !== null && { credential: row.credential }),
    ...(row.main_ref !== null && { mainRef: row.main_ref }),
    ...(row.quarantined_at !== null && { quarantine: { since: row.quarantined_at, reason: row.quarantine_reason ?? "" } }),
    ...(row.current_scan_id !== null && { currentScan: row.current_scan_id }),
    ...(row.poll_seconds !== null && { pollSeconds: row.poll_seconds }),
  };
}
