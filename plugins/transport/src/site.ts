import type { Fix, Span, Step } from "@muster/contract";

/** What a place in the code or in a deployment file does for TLS between services. */
export type SiteKind =
  /** A client does not verify the server. */
  | "unverified"
  /** A connection between services is not encrypted. */
  | "plaintext"
  /** A server is given the authority of its clients, and does not ask them for a certificate. */
  | "client-not-required"
  /** A server asks its clients for a certificate, and verifies it. */
  | "client-required"
  /** A client shows a certificate. */
  | "client-certificate"
  /** A mesh demands mutual TLS of what runs in it. */
  | "mesh";

export interface Site {
  readonly kind: SiteKind;
  /** As the code names it: `verify=False`, `ssl_verify_client optional`. */
  readonly what: string;
  /** What it is said of: `requests.get`, `nginx`. */
  readonly of: string;
  readonly where: "code" | "deployment";
  /** True where the environment, or a caller, may say otherwise. */
  readonly byDefault: boolean;
  /** False where it may be about something else. */
  readonly certain: boolean;
  readonly span: Span;
  readonly symbol: string;
  readonly steps: readonly Step[];
  readonly fix?: Fix;
}
