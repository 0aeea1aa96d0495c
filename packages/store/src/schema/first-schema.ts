import type { Migration } from "./migrations.ts";
import { tenantPolicy } from "./tenant-policy.ts";
import { wordSearch } from "./word-search.ts";

/** What every row of a tenant carries. `repository` is the restriction of a token that is limited to some. */
const ofRepository = "tenant_id bigint not null references muster.tenant, repository_id bigint not null references muster.repository on delete cascade";
const id = "id bigint generated always as identity primary key";
/** The words of a text, for searches: paths and names come apart at whatever is no letter or digit. */
const wordsOf = (text: string): string => `words tsvector generated always as (to_tsvector('simple', regexp_replace(${text}, '[^[:alnum:]]+', ' ', 'g'))) stored`;

/**
 * What a scan found is kept by content: a row of `application`, `endpoint` or `finding` is one version of one thing in one
 * repository, however many scans found it so, and `scan_…` says which did. `current` marks what the newest scan of a
 * repository's main ref found, so that the questions about "now" read one partial index.
 */
export const firstSchema: Migration = {
  name: "first schema",
  statements: [
    `create table muster.tenant (${id}, name text not null unique, created_at timestamptz not null default now())`,

    `create table muster.token (${id}, tenant_id bigint not null references muster.tenant, name text not null, hash bytea not null unique, scopes text[] not null,
      repositories bigint[], created_at timestamptz not null default now(), expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz)`,
    `create index token_of_tenant on muster.token (tenant_id, id)`,

    `create table muster.audit (${id}, tenant_id bigint not null references muster.tenant, token_id bigint references muster.token, action text not null, target text not null,
      detail jsonb not null default '{}', at timestamptz not null default now())`,
    `create index audit_of_tenant on muster.audit (tenant_id, id)`,

    `create table muster.repository (${id}, tenant_id bigint not null references muster.tenant, name text not null, location text not null, credential text, main_ref text,
      quarantined_at timestamptz, quarantine_reason text, current_scan_id bigint, created_at timestamptz not null default now(), unique (tenant_id, name), unique (tenant_id, location))`,

    `create table muster.ref (${ofRepository}, name text not null, commit_sha text not null, seen_at timestamptz not null default now(), primary key (repository_id, name))`,
    `create table muster.commit (${ofRepository}, sha text not null, committed_at timestamptz not null, primary key (repository_id, sha))`,

    `create table muster.scan (${id}, ${ofRepository}, reference text not null, commit_sha text, state text not null, priority text not null, attempts int not null default 0,
      reason text, progress jsonb, summary jsonb, result_sha256 text, tool_version text, job_id uuid, superseded_by bigint references muster.scan,
      requested_at timestamptz not null default now(), started_at timestamptz, ended_at timestamptz,
      check (state in ('queued', 'running', 'complete', 'partial', 'failed', 'cancelled', 'quarantined', 'superseded')))`,
    `create unique index scan_of_commit on muster.scan (repository_id, commit_sha) where commit_sha is not null and state <> 'superseded'`,
    `create index scan_of_tenant on muster.scan (tenant_id, id)`,
    `create index scan_of_repository on muster.scan (repository_id, id)`,

    // The whole result, compressed, byte for byte what the command line writes.
    `create table muster.scan_result (scan_id bigint primary key references muster.scan on delete cascade, ${ofRepository}, body bytea not null)`,

    `create table muster.scan_control (scan_id bigint not null references muster.scan on delete cascade, ${ofRepository}, control text not null, passed int not null, failed int not null,
      not_applicable int not null, indeterminate int not null, errors int not null, results jsonb not null, primary key (scan_id, control))`,

    `create table muster.rule (tenant_id bigint not null references muster.tenant, rule text not null, meta jsonb not null, seen_at timestamptz not null default now(), primary key (tenant_id, rule))`,

    `create table muster.application (${id}, ${ofRepository}, digest text not null, key text not null, name text not null, framework text not null, folder text not null,
      first_seen_at timestamptz not null, current boolean not null default false, document jsonb not null, unique (repository_id, digest))`,
    `create table muster.scan_application (scan_id bigint not null references muster.scan on delete cascade, ${ofRepository}, item_id bigint not null references muster.application on delete cascade, primary key (scan_id, item_id))`,
    `create index application_now on muster.application (tenant_id, name, id) where current`,

    `create table muster.endpoint (${id}, ${ofRepository}, digest text not null, key text not null, application_key text not null, method text not null, path text not null, posture text not null,
      framework text not null, folder text not null, failing text[] not null, undecided text[] not null, ${wordsOf("path")},
      first_seen_at timestamptz not null, current boolean not null default false, document jsonb not null, unique (repository_id, digest))`,
    `create table muster.scan_endpoint (scan_id bigint not null references muster.scan on delete cascade, ${ofRepository}, item_id bigint not null references muster.endpoint on delete cascade, primary key (scan_id, item_id))`,
    `create index endpoint_now_by_words on muster.endpoint using gin (words) where current`,
    `create index endpoint_by_key on muster.endpoint (repository_id, key)`,
    `create index endpoint_now_by_path on muster.endpoint (tenant_id, path, id) where current`,
    `create index endpoint_now_by_posture on muster.endpoint (tenant_id, posture, path, id) where current`,
    `create index endpoint_now_by_age on muster.endpoint (tenant_id, first_seen_at, id) where current`,
    `create index endpoint_now_of_repository on muster.endpoint (repository_id, path, id) where current`,

    `create table muster.finding (${id}, ${ofRepository}, digest text not null, key text not null, rule text not null, severity smallint not null, confidence text not null, message text not null,
      path text not null, line int not null, folder text not null, endpoint_key text, secret boolean not null, waived boolean not null, ${wordsOf("message || ' ' || path")}, state text not null default 'open',
      first_seen_at timestamptz not null, current boolean not null default false, document jsonb not null, unique (repository_id, digest),
      check (state in ('open', 'confirmed', 'false_positive', 'accepted', 'fixed')))`,
    `create table muster.scan_finding (scan_id bigint not null references muster.scan on delete cascade, ${ofRepository}, item_id bigint not null references muster.finding on delete cascade, primary key (scan_id, item_id))`,
    `create index finding_now_by_words on muster.finding using gin (words) where current`,
    `create index finding_now_secret on muster.finding (tenant_id, severity, id) where current and secret`,
    `create index finding_by_key on muster.finding (repository_id, key)`,
    `create index finding_now_by_severity on muster.finding (tenant_id, severity, id) where current`,
    `create index finding_now_by_rule on muster.finding (tenant_id, rule, severity, id) where current`,
    `create index finding_now_by_age on muster.finding (tenant_id, first_seen_at, id) where current`,
    `create index finding_now_by_state on muster.finding (tenant_id, state, severity, id) where current`,
    `create index finding_now_of_repository on muster.finding (repository_id, severity, id) where current`,

    // How many there are now: counted where something changes, so that nobody who looks at a list waits for a count.
    `create table muster.endpoint_total (${ofRepository}, posture text not null, method text not null, framework text not null, total int not null, primary key (repository_id, posture, method, framework))`,
    `create index endpoint_total_of_tenant on muster.endpoint_total (tenant_id)`,
    `create table muster.finding_total (${ofRepository}, rule text not null, severity smallint not null, state text not null, secret boolean not null, waived boolean not null, total int not null, primary key (repository_id, rule, severity, state, waived))`,
    `create index finding_total_of_tenant on muster.finding_total (tenant_id)`,

    `create table muster.triage (${id}, ${ofRepository}, finding_key text not null, state text not null, note text not null, owner text, expires date, token_id bigint references muster.token, at timestamptz not null default now())`,
    `create index triage_of_finding on muster.triage (repository_id, finding_key, id)`,

    // What subscribers are told, in the order in which it was committed: see `publish`.
    `create table muster.event (${id}, ${ofRepository}, scan_id bigint, kind text not null, detail jsonb not null, at timestamptz not null default now())`,

    ...tenantPolicy(["repository"], "id"),
    ...tenantPolicy(["ref", "commit", "scan", "scan_result", "scan_control", "application", "scan_application", "endpoint", "scan_endpoint", "finding", "scan_finding", "endpoint_total", "finding_total", "triage", "event"], "repository_id"),
    ...tenantPolicy(["token", "audit", "rule"], undefined),
    ...wordSearch("endpoint"),
    ...wordSearch("finding"),
  ],
};
