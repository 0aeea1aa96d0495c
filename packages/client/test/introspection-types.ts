import { minifyIntrospection, outputIntrospectionFile } from "@gql.tada/internal";
import { buildSchema, introspectionFromSchema } from "graphql";

/** The schema as types that documents are read against, as the text of a module. */
export function introspectionTypes(schema: string): string {
  const introspection = minifyIntrospection(introspectionFromSchema(buildSchema(schema), { descriptions: false }) as Parameters<typeof minifyIntrospection>[0]);
  const module = outputIntrospectionFile(introspection, { fileType: ".d.ts", shouldPreprocess: true });
  // Types alone: a front end's own set-up of the library is left as it is.
  return `${module.slice(0, module.indexOf("import * as gqlTada")).trim()}\n`;
}
