import type { PythonFramework } from "@muster/python";

/**
 * Servers of GraphQL: Strawberry, Graphene and Ariadne. They have no applications of their own: told in Python in `library/`, their
 * routers and views are those of FastAPI, Django and Flask.
 */
export const graphql: PythonFramework = {
  name: "graphql",
  language: "python",
  applications: [],
  // With the framework that serves them.
  hints: [],
  library: new URL("./library/", import.meta.url),
  load: async () => (await import("./models.ts")).graphqlModels,
};
