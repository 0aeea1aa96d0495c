import { contractVersion, type Plugin } from "@muster/contract";
import { graphql } from "./framework.ts";

/** Where GraphQL is served: the endpoints of Strawberry, Graphene and Ariadne. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "graphql",
  version: "0.1.0",
  frameworks: [graphql],
};

export default plugin;
