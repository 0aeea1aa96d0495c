import type { Migration } from "./migrations.ts";

/** The one folder in which the ledgers of this database are: two would each hold a part of what happened. */
export const ledgerHome: Migration = {
  name: "ledger home",
  statements: ["create table muster.ledger_home (single boolean primary key default true check (single), home text not null, claimed_at timestamptz not null default now())"],
};
