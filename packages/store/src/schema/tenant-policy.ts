/** The role that statements of a tenant run as: it owns nothing, so that no policy is passed by. */
export const tenantRole = "muster_tenant";

const makeRole = `do $$
begin
  if not exists (select from pg_roles where rolname = '${tenantRole}') then
    create role ${tenantRole} nologin;
  end if;
  if not pg_has_role(current_user, '${tenantRole}', 'member') then
    execute format('grant ${tenantRole} to %I', current_user);
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of the same server made it at the same time
end $$`;

/**
 * Lets that role see and write the rows of one tenant alone, and of a token that is limited to some repositories theirs
 * alone. The settings are asked once for a statement, not for each row.
 *
 * @param repository The column that names a row's repository.
 */
export function tenantPolicy(tables: readonly string[], repository: string | undefined): readonly string[] {
  const tenant = "tenant_id = (select nullif(current_setting('muster.tenant', true), '')::bigint)";
  const limit = "(select nullif(current_setting('muster.repositories', true), '')::bigint[])";
  const rule = repository === undefined ? tenant : `${tenant} and (${limit} is null or ${repository} = any (coalesce(${limit}, '{}')))`;
  return [
    makeRole,
    `grant usage on schema muster to ${tenantRole}`,
    ...tables.flatMap((table) => [
      `alter table muster.${table} enable row level security`,
      `create policy of_tenant on muster.${table} to ${tenantRole} using (${rule}) with check (${rule})`,
      `grant select, insert, update, delete on muster.${table} to ${tenantRole}`,
    ]),
  ];
}
