import type { Location } from "./location.ts";

/** What the workers of an operator sign in with, by name: a URL with user and password, good for its own host alone. */
export interface Credentials {
  find(name: string): Promise<string | undefined>;
}

export type FoundCredential = { readonly status: "none" } | { readonly status: "found"; readonly header: string } | { readonly status: "refused"; readonly reason: string };

/**
 * The header that signs in at a location. A credential names the host it is for: whoever may register repositories could
 * otherwise have it sent to a host of their own.
 */
export async function credentialFor(location: Location, name: string | undefined, credentials: Credentials): Promise<FoundCredential> {
  if (name === undefined || location.kind === "path") return { status: "none" };
  const text = (await credentials.find(name))?.trim();
  if (text === undefined) return { status: "refused", reason: `the worker has no credential ${JSON.stringify(name)}` };
  if (!URL.canParse(text)) return { status: "refused", reason: `the credential ${JSON.stringify(name)} is no URL like https://user:token@host` };
  const url = new URL(text);
  if (url.protocol !== `${location.protocol}:` || url.host !== new URL(location.url).host) return { status: "refused", reason: `the credential ${JSON.stringify(name)} is for another host` };
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return { status: "found", header: `Authorization: Basic ${Buffer.from(pair).toString("base64")}` };
}
