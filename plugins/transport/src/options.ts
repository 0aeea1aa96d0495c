import type { Json } from "@muster/contract";

/** The plugin's options, as the host validated them against the schema. */
export interface Options {
  /** Where mutual TLS between services is demanded, for what is not in the repository. */
  readonly mesh?: string;
}

export const optionsSchema: { readonly [key: string]: Json } = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    mesh: { type: "string", minLength: 8, description: "Where mutual TLS between services is demanded, where that is outside of the repository: the repository or system, and the policy. MTLS-01 then says so instead of being undecided." },
  },
};

export function readOptions(options: Json): Options {
  const mesh = typeof options === "object" && options !== null && !Array.isArray(options) ? (options as { readonly [key: string]: Json })["mesh"] : undefined;
  return typeof mesh === "string" ? { mesh } : {};
}
