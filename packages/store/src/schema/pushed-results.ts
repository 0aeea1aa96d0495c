import type { Migration } from "./migrations.ts";

/** Who made a result: workers of the service, or someone who pushed it. */
export const pushedResults: Migration = {
  name: "pushed results",
  statements: ["alter table muster.scan add column origin text not null default 'service' check (origin in ('service', 'pushed'))"],
};
