import type { Json } from "@muster/contract";

/** The plugin's options, as the host validated them against the schema. */
export interface Options {
  /** Where requests are limited, for what is not in the repository. */
  readonly gateway?: string;
  /** The most requests in a minute that count as strict for a sign-in. */
  readonly strictPerMinute: number;
}

export const optionsSchema: { readonly [key: string]: Json } = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    gateway: { type: "string", minLength: 8, description: "Where requests are limited, where that is outside of the repository: the gateway, and where its configuration is. RATE-01 then says so instead of being undecided." },
    strictPerMinute: { type: "integer", minimum: 1, default: 30, description: "The most requests of one caller in a minute that count as a strict limit of a sign-in, a code, a recovery or a sign-up." },
  },
};

export function readOptions(options: Json): Options {
  const given = typeof options === "object" && options !== null && !Array.isArray(options) ? (options as { readonly [key: string]: Json }) : {};
  const { gateway, strictPerMinute } = given;
  return { strictPerMinute: typeof strictPerMinute === "number" ? strictPerMinute : 30, ...(typeof gateway === "string" && { gateway }) };
}
