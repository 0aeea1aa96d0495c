import type { Migration } from "./migrations.ts";
import { tenantPolicy } from "./tenant-policy.ts";

const id = "id bigint generated always as identity primary key";
const ofRepository = "tenant_id bigint not null references muster.tenant, repository_id bigint not null references muster.repository on delete cascade";

/**
 * What is to be written into the ledgers of repositories, and where it stands in them: a ledger is a folder with one
 * writer, and what happens here is never lost while that one is away.
 */
export const evidence: Migration = {
  name: "evidence",
  statements: [
    `create table muster.ref_update (${id}, ${ofRepository}, ref text not null, before_sha text not null, after_sha text not null, at timestamptz not null, actor text, kind text not null,
      source text not null, delivery text, sequence bigint)`,
    `create index ref_update_of_ref on muster.ref_update (repository_id, ref, id)`,
    `create index ref_update_open on muster.ref_update (repository_id, id) where sequence is null`,
    // `state`: what a history remembers of the commit, compressed.
    `create table muster.scan_record (scan_id bigint primary key references muster.scan on delete cascade, ${ofRepository}, sequence bigint not null, state bytea not null)`,
    `create index scan_record_of_repository on muster.scan_record (repository_id, scan_id)`,
    `create table muster.waiver_request (${id}, ${ofRepository}, waiver jsonb not null, requested_by bigint not null references muster.token, requested_at timestamptz not null default now(),
      approved_by bigint references muster.token, sequence bigint)`,
    `create index waiver_request_of_repository on muster.waiver_request (repository_id, id)`,
    ...tenantPolicy(["ref_update", "scan_record", "waiver_request"], "repository_id"),
  ],
};
