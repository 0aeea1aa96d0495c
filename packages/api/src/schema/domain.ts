import type { ApplicationRow, Commit, EndpointRow, FindingRow, Repository, Scan } from "@muster/store";
import type { Builder } from "./builder.ts";
import type { ConnectionRef } from "./connections.ts";
import type { Enums } from "./enums.ts";
import type { Refs } from "./refs.ts";

/** What a domain of the schema is added with. */
export interface Domain {
  readonly builder: Builder;
  readonly enums: Enums;
  readonly refs: Refs;
  readonly connections: {
    readonly repositories: ConnectionRef<Repository>;
    readonly commits: ConnectionRef<Commit>;
    readonly scans: ConnectionRef<Scan>;
    readonly applications: ConnectionRef<ApplicationRow>;
    readonly endpoints: ConnectionRef<EndpointRow>;
    readonly findings: ConnectionRef<FindingRow>;
  };
}
