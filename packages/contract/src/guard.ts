import type { Span, Step } from "./span.ts";

/** What a guard demands of a caller, beyond being there. */
export type Requirement =
  | { readonly kind: "authenticated" }
  | { readonly kind: "role"; readonly values: readonly string[] }
  | { readonly kind: "scope"; readonly values: readonly string[] }
  | { readonly kind: "ownership" };

/** How a caller proves who it is: the OpenAPI security scheme types, and `session` and `custom` for what code reads itself. */
export type CredentialType = "http-bearer" | "http-basic" | "http-digest" | "api-key" | "oauth2" | "openid-connect" | "session" | "mutual-tls" | "custom";

/**
 * - `rejects`: a caller without a valid credential cannot reach the handler past this guard.
 * - `optional`: such a caller passes with an empty principal; the handler's own use of it decides.
 * - `none`: it looks at the caller, and lets every caller pass.
 * - `unknown`: evaluation ended before this was decided; `reason` says where and why.
 */
export type Verdict = "rejects" | "optional" | "none" | "unknown";

/**
 * Why a guard that is written down guards nothing:
 *
 * - `above-route`: a decorator stands above the route's, which registered the function below it, so that it never runs;
 * - `always-true`: a permission answers yes whoever asks;
 * - `loose-pattern`: a list of open paths lets this one pass by a part of a word that it has in common with them;
 * - `off-by-default`: it is attached only where the environment says so, and by default it does not.
 */
export type GuardFlaw = "above-route" | "always-true" | "loose-pattern" | "off-by-default";

/** Code that runs before or in a handler and looks at the caller. Code that does not look at the caller is no guard and is not listed. */
export interface Guard {
  /** As the code names it, fully qualified where known: `app.api.deps.get_current_user`. */
  readonly name: string;
  readonly via: "dependency" | "security-scheme" | "decorator" | "middleware" | "permission" | "inline";
  readonly layer: "application" | "mount" | "router" | "route" | "handler";
  /** Where it is attached. */
  readonly span: Span;
  readonly verdict: Verdict;
  readonly requires: readonly Requirement[];
  readonly credentials: readonly CredentialType[];
  /** From where it is attached to the line that rejects (or lets pass). */
  readonly proof: readonly Step[];
  /** Present with `unknown`. */
  readonly reason?: string;
  /** It is there, rejects, or is not there by a default that the environment may replace; the proof names the condition. */
  readonly environmentDefault?: true;
  /** Present with `none` where it is known how it came about. */
  readonly flaw?: GuardFlaw;
}
