import type { Migration } from "./migrations.ts";

/** Repositories whose hosts tell of nothing are looked at now and then. */
export const polling: Migration = {
  name: "polling",
  statements: [
    "alter table muster.repository add column poll_seconds int check (poll_seconds > 0), add column polled_at timestamptz",
    "create index repository_polled on muster.repository (polled_at) where poll_seconds is not null",
  ],
};
