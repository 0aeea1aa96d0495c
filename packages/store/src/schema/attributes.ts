import type { Migration } from "./migrations.ts";

/** What plugins say of endpoints and findings, as terms to filter by: see `attributeTerms`. */
export const attributes: Migration = {
  name: "attributes",
  statements: [`alter table muster.endpoint add column attributes text[] not null default '{}'`, `alter table muster.finding add column attributes text[] not null default '{}'`],
};
