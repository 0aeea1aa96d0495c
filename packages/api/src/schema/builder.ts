import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import ErrorsPlugin from "@pothos/plugin-errors";
import RelayPlugin from "@pothos/plugin-relay";
import ScopeAuthPlugin from "@pothos/plugin-scope-auth";
import type { TokenScope } from "@muster/store";
import { GraphQLError } from "graphql";
import type { ApiContext } from "../context.ts";
import { costLimits } from "../limits/cost-limits.ts";

export interface SchemaShape {
  Context: ApiContext;
  Scalars: { DateTime: { Input: Date; Output: Date }; ID: { Input: string; Output: string | number } };
  AuthScopes: Record<TokenScope, boolean>;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: false;
}

export type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaShape>;
export type Builder = PothosSchemaTypes.SchemaBuilder<Types>;

/** An empty schema: what is said once for all of it. */
export function makeBuilder(): Builder {
  const builder = new SchemaBuilder<SchemaShape>({
    plugins: [ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, ComplexityPlugin],
    defaultFieldNullability: false,
    scopeAuth: {
      authScopes: ({ bearer }) => ({ read: bearer.scopes.includes("read"), scan: bearer.scopes.includes("scan"), triage: bearer.scopes.includes("triage"), admin: bearer.scopes.includes("admin") }),
      unauthorizedError: () => new GraphQLError("The token's scopes do not allow this.", { extensions: { code: "FORBIDDEN" } }),
    },
    relay: { nodeQueryOptions: { description: "Anything that has an id." }, nodesQueryOptions: false },
    errors: { directResult: true },
    complexity: costLimits,
  });
  builder.queryType({ authScopes: { read: true } });
  builder.mutationType({});
  builder.subscriptionType({ authScopes: { read: true } });
  builder.scalarType("DateTime", {
    description: "A moment, as RFC 3339 writes it in UTC.",
    serialize: (value) => value.toISOString(),
    parseValue: (value) => {
      if (typeof value !== "string" || Number.isNaN(Date.parse(value))) throw new GraphQLError("A DateTime is written as 2027-01-31T12:00:00Z.");
      return new Date(value);
    },
  });
  return builder;
}
