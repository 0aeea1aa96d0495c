/** What a call of a token library does. */
export type TokenCall =
  | { readonly does: "verify"; readonly library: Library }
  | { readonly does: "issue"; readonly library: Library }
  /** Reads a token without looking at its signature, and says so in its name. */
  | { readonly does: "peek"; readonly library: Library }
  /** Checks the claims of a token that was verified before. */
  | { readonly does: "validate"; readonly library: Library };

export type Library = "PyJWT" | "python-jose" | "Authlib" | "joserfc";

const byLibrary: Readonly<Record<Library, Readonly<Record<TokenCall["does"], readonly string[]>>>> = {
  PyJWT: {
    verify: ["jwt", "jwt.api_jwt", "jwt.PyJWT()", "jwt.api_jwt.PyJWT()"].flatMap((of) => [`${of}.decode`, `${of}.decode_complete`]),
    issue: ["jwt.encode", "jwt.api_jwt.encode", "jwt.PyJWT().encode", "jwt.api_jwt.PyJWT().encode"],
    peek: [],
    validate: [],
  },
  "python-jose": {
    verify: ["jose.jwt.decode", "jose.jws.verify"],
    issue: ["jose.jwt.encode"],
    peek: ["jose.jwt.get_unverified_claims", "jose.jws.get_unverified_claims"],
    validate: [],
  },
  Authlib: {
    verify: ["authlib.jose.jwt.decode", "authlib.jose.JsonWebToken().decode", "authlib.jose.rfc7519.JsonWebToken().decode"],
    issue: ["authlib.jose.jwt.encode", "authlib.jose.JsonWebToken().encode"],
    peek: [],
    validate: ["authlib.jose.jwt.decode().validate", "authlib.jose.JsonWebToken().decode().validate", "authlib.jose.rfc7519.JsonWebToken().decode().validate"],
  },
  joserfc: {
    verify: ["joserfc.jwt.decode"],
    issue: ["joserfc.jwt.encode"],
    peek: [],
    validate: ["joserfc.jwt.JWTClaimsRegistry().validate"],
  },
};

const known: ReadonlyMap<string, TokenCall> = new Map(
  Object.entries(byLibrary).flatMap(([library, calls]) => Object.entries(calls).flatMap(([does, names]) => names.map((name) => [name, { does, library } as TokenCall] as const))),
);

/** The qualified names of all of them. */
export const tokenCalls: readonly string[] = [...known.keys()];

export function tokenCall(callee: string): TokenCall | undefined {
  return known.get(callee);
}
