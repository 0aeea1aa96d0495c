import type { Migration } from "./migrations.ts";
import { tenantPolicy } from "./tenant-policy.ts";

/** What workers share while they read one large commit together. */
export const sharedFacts: Migration = {
  name: "shared facts",
  statements: [
    // By content, and of one tenant alone: whoever could make two contents with one id would otherwise reach into another's results.
    `create table muster.fact (tenant_id bigint not null references muster.tenant, key text not null, body bytea not null, at timestamptz not null default now(), primary key (tenant_id, key))`,
    "create index fact_by_age on muster.fact using brin (at)",
    `create table muster.scan_shard (scan_id bigint not null references muster.scan on delete cascade, tenant_id bigint not null references muster.tenant, repository_id bigint not null references muster.repository on delete cascade,
      shard int not null, of int not null, beat_at timestamptz, done_at timestamptz, primary key (scan_id, shard))`,
    ...tenantPolicy(["fact"], undefined),
    ...tenantPolicy(["scan_shard"], "repository_id"),
  ],
};
