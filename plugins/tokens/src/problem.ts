import type { Fix, ObservedCall, Step } from "@muster/contract";

/** What is wrong with the way in which tokens are verified or issued at one place. */
export type ProblemKind =
  /** The signature is not looked at, or the algorithm `none` is allowed. */
  | "unsigned"
  /** The token says by which algorithm it is to be verified. */
  | "algorithm-from-token"
  /** No algorithm is named, and the library takes any. */
  | "no-algorithms"
  /** Both shared secrets and key pairs are allowed. */
  | "mixed-algorithms"
  /** The expiry is not checked. */
  | "expiry-off"
  /** The claims are never checked, the expiry among them. */
  | "never-validated"
  /** The audience is not checked, nor the issuer. */
  | "audience-off"
  /** Tokens are issued that never expire. */
  | "no-expiry"
  /** The key is a literal of the code. */
  | "key-in-code";

export interface Problem {
  readonly kind: ProblemKind;
  /** True where the environment, or a caller, may set what is wrong right. */
  readonly byDefault: boolean;
  /** Equal for problems that are one: the key that is in the code. Never shown. */
  readonly same?: string;
}

/** One place at which tokens are verified or issued. */
export interface TokenSite {
  readonly call: ObservedCall;
  /** `PyJWT`, `SimpleJWT` … */
  readonly library: string;
  readonly does: "verify" | "issue" | "configure";
  readonly problems: readonly Problem[];
  /** What could not be decided, each as the end of "it is not known …". */
  readonly undecided: readonly string[];
  /** Functions on any way here, by qualified name. */
  readonly within: readonly string[];
  /** The way on which code comes by the place, for the proof. */
  readonly steps: readonly Step[];
  readonly fix?: Fix;
}
