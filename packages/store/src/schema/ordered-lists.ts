import type { Migration } from "./migrations.ts";
import { tenantPolicy, tenantRole } from "./tenant-policy.ts";

/** A function that finds what is there now by a list that it has, for the reason that `wordSearch` gives. */
function listSearch(name: string, table: "endpoint" | "finding", condition: string): readonly string[] {
  return [
    `create function muster.${name}(terms text[], most int) returns setof bigint language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select id from muster.${table} where current and tenant_id = nullif(current_setting('muster.tenant', true), '')::bigint and ${condition} terms limit most
    $$`,
    `revoke execute on function muster.${name}(text[], int) from public`,
    `grant execute on function muster.${name}(text[], int) to ${tenantRole}`,
  ];
}

/** What lists are filtered by, each with the orders that they come in, so that a page is read from an index and nothing is sorted. */
export const orderedLists: Migration = {
  name: "ordered lists",
  statements: [
    `create index endpoint_now_by_posture_and_age on muster.endpoint (tenant_id, posture, first_seen_at, id) where current`,
    `create index endpoint_now_by_posture_and_method on muster.endpoint (tenant_id, posture, method, path, id) where current`,
    `create index endpoint_now_by_method on muster.endpoint (tenant_id, method, path, id) where current`,
    `create index endpoint_now_by_framework on muster.endpoint (tenant_id, framework, path, id) where current`,
    `create index endpoint_now_by_folder on muster.endpoint (tenant_id, (folder collate "C")) where current`,
    `create index endpoint_now_failing on muster.endpoint using gin (failing) where current`,
    `create index endpoint_now_undecided on muster.endpoint using gin (undecided) where current`,
    `create index finding_now_by_folder on muster.finding (tenant_id, (folder collate "C")) where current`,
    `create index finding_now_of_endpoint on muster.finding (tenant_id, endpoint_key, severity, id) where current`,
    `create index finding_now_waived on muster.finding (tenant_id, severity, id) where current and waived`,
    `create index scan_by_state on muster.scan (tenant_id, state, id)`,
    `create index repository_by_name on muster.repository (tenant_id, name, id)`,
    `create index event_of_scan on muster.event (scan_id)`,
    `create index endpoint_now_attributed on muster.endpoint using gin (attributes) where current`,
    `create index finding_now_attributed on muster.finding using gin (attributes) where current`,
    ...listSearch("failing_endpoint", "endpoint", "failing &&"),
    ...listSearch("undecided_endpoint", "endpoint", "undecided &&"),
    ...listSearch("attributed_endpoint", "endpoint", "attributes @>"),
    ...listSearch("attributed_finding", "finding", "attributes @>"),

    // Words that at least a share of a table's rows have, which the statistics of the table's owner tell alone.
    `create function muster.common_words(relation text, share real) returns setof text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select word from pg_stats, lateral unnest(most_common_elems::text::text[], most_common_elem_freqs) as common(word, frequency)
      where schemaname = 'muster' and tablename = relation and attname = 'words' and word is not null and frequency >= share
    $$`,
    `revoke execute on function muster.common_words(text, real) from public`,
    `grant execute on function muster.common_words(text, real) to ${tenantRole}`,

    // Raised whenever something of a repository is counted anew.
    `alter table muster.repository add column version bigint not null default 0`,
    `create table muster.control_total (tenant_id bigint not null references muster.tenant, repository_id bigint not null references muster.repository on delete cascade, control text not null,
      failing int not null, undecided int not null, primary key (repository_id, control))`,
    `create index control_total_of_tenant on muster.control_total (tenant_id, control)`,
    ...tenantPolicy(["control_total"], "repository_id"),
    `insert into muster.control_total (tenant_id, repository_id, control, failing, undecided)
      select tenant_id, repository_id, control, count(*) filter (where fails), count(*) filter (where not fails)
      from muster.endpoint, lateral (select unnest(failing), true union all select unnest(undecided), false) as result(control, fails)
      where current group by tenant_id, repository_id, control`,
  ],
};
