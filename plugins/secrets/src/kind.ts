/** What a secret is; each kind has the rule of that name. */
export type Kind = "provider-token" | "private-key" | "json-web-token" | "connection-string" | "credentials-in-url" | "generic-assignment";

export const kinds: readonly Kind[] = ["provider-token", "private-key", "json-web-token", "connection-string", "credentials-in-url", "generic-assignment"];
