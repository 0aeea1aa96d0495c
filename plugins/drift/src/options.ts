import type { Json } from "@muster/contract";

/** A document that the configuration names: it counts whatever its folder and however little of it fits. */
export interface NamedDocument {
  /** Relative to the root of the scan. */
  readonly path: string;
  /** As the inventory names it: `app.main:app`. Without it the application is found by what it serves. */
  readonly application?: string;
  /** What stands before the document's paths in the code, where a gateway adds or takes away some of it. */
  readonly prefix?: string;
}

export interface Options {
  readonly documents: readonly NamedDocument[];
  /** Paths of documents that describe something else; one that ends in `/` is a folder. */
  readonly ignore: readonly string[];
}

export const optionsSchema: { readonly [key: string]: Json } = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    documents: {
      type: "array",
      description: "OpenAPI or Swagger documents that describe applications of this repository, beside those that are found.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["path"],
        properties: {
          path: { type: "string", minLength: 1, description: "Relative to the root of the scan." },
          application: { type: "string", minLength: 1, description: "The application that it describes, as the inventory names it: app.main:app." },
          prefix: { type: "string", pattern: "^(?:/.*)?$", description: "What stands before the document's paths in the code; \"\" for nothing." },
        },
      },
    },
    ignore: { type: "array", items: { type: "string", minLength: 1 }, description: "Documents that describe something else: paths, or folders that end in a slash." },
  },
};

/** The options, as the host validated them against the schema. */
export function readOptions(options: Json): Options {
  const given = typeof options === "object" && options !== null && !Array.isArray(options) ? (options as { readonly [key: string]: Json }) : {};
  return { documents: (given["documents"] ?? []) as unknown as readonly NamedDocument[], ignore: (given["ignore"] ?? []) as unknown as readonly string[] };
}
