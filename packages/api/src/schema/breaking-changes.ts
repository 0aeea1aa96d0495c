import { buildSchema as readSchema, findBreakingChanges, type GraphQLSchema } from "graphql";

/** What front ends that were written for an earlier schema would no longer find, in sentences. */
export function breakingChanges(earlier: string, now: GraphQLSchema): readonly string[] {
  return findBreakingChanges(readSchema(earlier), now).map(({ description }) => description);
}
