import type { CredentialType, Endpoint, Guard, Json } from "@muster/contract";

type JsonObject = { readonly [key: string]: Json };

/** Where code reads a credential is not part of the inventory; what the format demands nonetheless is marked as unknown. */
const placeUnknown = "Where the code reads it is not part of the inventory: the name is a placeholder.";

/** The security scheme object of each credential type (OpenAPI 3.1 §4.8.27). */
export const securitySchemes: Readonly<Record<CredentialType, JsonObject>> = {
  "http-bearer": { type: "http", scheme: "bearer" },
  "http-basic": { type: "http", scheme: "basic" },
  "http-digest": { type: "http", scheme: "digest" },
  "api-key": { type: "apiKey", in: "header", name: "unknown", description: placeUnknown },
  oauth2: { type: "oauth2", flows: {}, description: "The flows are not part of the inventory." },
  "openid-connect": { type: "openIdConnect", openIdConnectUrl: "https://unknown.invalid/.well-known/openid-configuration", description: "The address is a placeholder." },
  session: { type: "apiKey", in: "cookie", name: "unknown", description: `A session. ${placeUnknown}` },
  "mutual-tls": { type: "mutualTLS" },
  custom: { type: "apiKey", in: "header", name: "unknown", description: `The code checks the caller in its own way. ${placeUnknown}` },
};

type Requirement = { readonly [scheme: string]: readonly string[] };

/**
 * The security requirements of an endpoint: alternatives, each of schemes that hold together. `undefined` where the
 * posture is unknown, an empty list where it is public.
 */
export function securityOf(endpoint: Endpoint): readonly Requirement[] | undefined {
  switch (endpoint.posture) {
    case "unknown":
      return undefined;
    case "public": {
      const optional = endpoint.guards.filter((guard) => guard.verdict === "optional").flatMap((guard) => guard.credentials);
      return optional.length === 0 ? [] : [{}, ...[...new Set(optional)].map((type) => ({ [type]: [] }))];
    }
    case "protected": {
      const guards = endpoint.guards.filter((guard) => guard.verdict === "rejects");
      return guards.length === 0 ? [{ custom: [] }] : guards.map(alternativesOf).reduce(combine).slice(0, 8);
    }
    default:
      return endpoint.posture satisfies never;
  }
}

function alternativesOf(guard: Guard): readonly Requirement[] {
  const scopes = guard.requires.flatMap((requirement) => (requirement.kind === "scope" ? requirement.values : []));
  const types: readonly CredentialType[] = guard.credentials.length > 0 ? guard.credentials : ["custom"];
  return types.map((type) => ({ [type]: scopes }));
}

/** Both guards hold: every alternative of one with every alternative of the other. */
function combine(one: readonly Requirement[], two: readonly Requirement[]): readonly Requirement[] {
  const known = new Set<string>();
  return one
    .flatMap((a) =>
      two.map((b) => {
        const schemes = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
        // A guard that checks a credential in its own way adds nothing to a credential that is known.
        const said = schemes.length > 1 ? schemes.filter((scheme) => scheme !== "custom") : schemes;
        return Object.fromEntries(said.map((scheme) => [scheme, [...new Set([...(a[scheme] ?? []), ...(b[scheme] ?? [])])]]));
      }),
    )
    .filter((requirement) => {
      const key = JSON.stringify(requirement);
      return known.has(key) ? false : known.add(key);
    });
}
