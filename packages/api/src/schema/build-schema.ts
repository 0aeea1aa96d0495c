import type { GraphQLSchema } from "graphql";
import { addApplications } from "./applications.ts";
import { addAttributes } from "./attributes.ts";
import { makeBuilder } from "./builder.ts";
import { addCatalogue } from "./catalogue.ts";
import { addComparisons } from "./comparisons.ts";
import { Connections } from "./connections.ts";
import type { Domain } from "./domain.ts";
import { addEndpoints } from "./endpoints.ts";
import { addEnums } from "./enums.ts";
import { addErrors } from "./errors.ts";
import { addEvidence } from "./evidence.ts";
import { addFindings } from "./findings.ts";
import { addLedgers } from "./ledgers.ts";
import { addPeriods } from "./periods.ts";
import { addPlaces } from "./places.ts";
import { makeRefs } from "./refs.ts";
import { addRepositories } from "./repositories.ts";
import { addScans } from "./scans.ts";
import { addSubscriptions } from "./subscriptions.ts";
import { addTokens } from "./tokens.ts";
import { addWaivers } from "./waivers.ts";
import { addTrends } from "./trends.ts";

/** The whole schema, domain by domain. */
export function buildSchema(): GraphQLSchema {
  const builder = makeBuilder();
  const refs = makeRefs(builder);
  const connections = new Connections(builder);
  const domain: Domain = {
    builder,
    enums: addEnums(builder),
    refs,
    connections: {
      repositories: connections.of("Repository", refs.repository),
      commits: connections.of("Commit", refs.commit),
      scans: connections.of("Scan", refs.scan),
      applications: connections.of("Application", refs.application),
      endpoints: connections.of("Endpoint", refs.endpoint),
      findings: connections.of("Finding", refs.finding),
    },
  };
  addErrors(builder);
  for (const add of [addPlaces, addAttributes, addCatalogue, addRepositories, addScans, addApplications, addEndpoints, addFindings, addComparisons, addTrends, addTokens, addSubscriptions, addLedgers, addEvidence, addPeriods, addWaivers]) add(domain);
  return builder.toSchema();
}
