import type { CredentialType, Json } from "@muster/contract";

/** How code uses a described guard. */
export type GuardForm =
  /** Calling it turns strangers away: a dependency, a check in a handler, a function before each request. */
  | "call"
  /** `@guard` around a handler. */
  | "decorator"
  /** `@guard(…)` around a handler. */
  | "decorator-factory"
  /** A permission class: `has_permission` is true for signed-in callers alone. */
  | "permission";

/** A guard whose code Muster cannot follow, as the operator describes it. */
export interface GuardDescription {
  /** Fully qualified: `acme_auth.require_user`. */
  readonly name: string;
  readonly form: GuardForm;
  readonly credential?: CredentialType;
  /** What strangers are answered. Default: 401. */
  readonly status?: number;
  /** What it checks, and where its code is. */
  readonly reason: string;
}

/** A router or application class that behaves as a framework's own. */
export interface RouterDescription {
  /** Fully qualified: `acme_web.Router`. */
  readonly name: string;
  /** Fully qualified: `fastapi.APIRouter`. */
  readonly like: string;
  readonly reason: string;
}

export interface Descriptions {
  readonly guards: readonly GuardDescription[];
  readonly routers: readonly RouterDescription[];
}

const qualifiedName = { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)+$" } as const;
const reason = { type: "string", minLength: 3 } as const;

/** JSON Schema of the options that hold them. */
export const descriptionsSchema: { readonly [key: string]: Json } = {
  type: "object",
  properties: {
    guards: {
      type: "array",
      items: {
        type: "object",
        properties: {
          name: qualifiedName,
          form: { enum: ["call", "decorator", "decorator-factory", "permission"] },
          credential: { enum: ["http-bearer", "http-basic", "http-digest", "api-key", "oauth2", "openid-connect", "session", "mutual-tls", "custom"] },
          status: { type: "integer", minimum: 300, maximum: 499 },
          reason,
        },
        required: ["name", "form", "reason"],
        additionalProperties: false,
      },
    },
    routers: { type: "array", items: { type: "object", properties: { name: qualifiedName, like: qualifiedName, reason }, required: ["name", "like", "reason"], additionalProperties: false } },
  },
  additionalProperties: false,
};

/** The options of the linker, which the host has held against `descriptionsSchema`. */
export function asDescriptions(options: Json): Descriptions {
  const given = (options ?? {}) as unknown as Partial<Descriptions>;
  return { guards: given.guards ?? [], routers: given.routers ?? [] };
}
