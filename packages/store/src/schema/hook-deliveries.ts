import type { Migration } from "./migrations.ts";
import { tenantPolicy } from "./tenant-policy.ts";

/** What git hosts told of, so that nothing is taken in twice. */
export const hookDeliveries: Migration = {
  name: "hook deliveries",
  statements: [
    `create table muster.hook_delivery (tenant_id bigint not null references muster.tenant, repository_id bigint not null references muster.repository on delete cascade,
      digest text not null, at timestamptz not null default now(), primary key (repository_id, digest))`,
    ...tenantPolicy(["hook_delivery"], "repository_id"),
  ],
};
