import type { Migration } from "./migrations.ts";
import { tenantPolicy } from "./tenant-policy.ts";

const ofRepository = "tenant_id bigint not null references muster.tenant, repository_id bigint not null references muster.repository on delete cascade";

/** What the main refs of repositories came to over time: the scans of their commits, by the time of the commit. */
export const trends: Migration = {
  name: "trends",
  statements: [
    "alter table muster.commit add column on_main boolean not null default false",
    "create index commit_by_time on muster.commit (repository_id, committed_at, sha)",
    `create table muster.trend_point (scan_id bigint primary key references muster.scan on delete cascade, ${ofRepository}, at timestamptz not null)`,
    "create index trend_of_repository on muster.trend_point (repository_id, at, scan_id)",
    "create index trend_of_tenant on muster.trend_point (tenant_id, at)",
    ...tenantPolicy(["trend_point"], "repository_id"),
    // What was kept before: of these, what is there now is known to be the main ref's.
    `insert into muster.trend_point (scan_id, tenant_id, repository_id, at)
      select scan.id, scan.tenant_id, scan.repository_id, coalesce(known.committed_at, scan.requested_at) from muster.repository as repository
      join muster.scan as scan on scan.id = repository.current_scan_id left join muster.commit as known on known.repository_id = scan.repository_id and known.sha = scan.commit_sha`,
  ],
};
