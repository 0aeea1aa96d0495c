import type { Span, Step } from "@muster/contract";
import type { Mutation } from "./mutations/mutation.ts";
import type { Owned } from "./ownership/ownership.ts";

/**
 * - `no-tie`: nothing on the way asks whose object it is.
 * - `no-caller`: the handler never learns who calls.
 * - `branch-only`: a check is there, on another path.
 * - `after-mutation`: the check comes too late.
 * - `not-enforced`: the comparison is made, and its outcome stops nothing.
 * - `body-owner`: the caller is compared with a value that the caller sent.
 * - `no-owner`: the data model does not say whose the object is, and no role is asked for either.
 * - `child-not-tied`: the check is on another object, to which the touched one is not tied.
 */
export type Flaw = "no-tie" | "no-caller" | "branch-only" | "after-mutation" | "not-enforced" | "body-owner" | "child-not-tied" | "no-owner";

/** What is known of one mutation. */
export type MutationVerdict =
  | { readonly kind: "tied"; readonly mutation: Mutation; readonly steps: readonly Step[]; readonly bypass: readonly string[] }
  | { readonly kind: "role"; readonly mutation: Mutation; readonly role: string; readonly span: Span }
  /** `role`: what is asked of callers there. */
  | { readonly kind: "undecided"; readonly mutation: Mutation; readonly reason: string; readonly span: Span; readonly role?: string }
  | { readonly kind: "untied"; readonly mutation: Mutation; readonly flaw: Flaw; readonly check?: { readonly text: string; readonly span: Span }; readonly owned?: Owned | undefined }
  /** No id of the caller selects it, or its code cannot be reached. */
  | { readonly kind: "unchosen"; readonly mutation: Mutation };

/** What is known of one endpoint: the weakest of its mutations. */
export type ObjectVerdict =
  | { readonly kind: "not-applicable"; readonly reason: string }
  | { readonly kind: "tied"; readonly reason: string; readonly span: Span; readonly proof: readonly Step[] }
  | { readonly kind: "undecided"; readonly reason: string; readonly span: Span; readonly proof: readonly Step[] }
  | {
      readonly kind: "untied";
      readonly flaw: Flaw;
      readonly mutation: Mutation;
      /** The comparison that does not tie, where there is one. */
      readonly check: string | undefined;
      /** What the data models say of whose the object is. */
      readonly owned: Owned | undefined;
      readonly reason: string;
      readonly span: Span;
      readonly proof: readonly Step[];
      /** The application asks for the caller of such an object elsewhere, or the record is a caller's own; no more than that callers are named in new ones, or need a role, otherwise. */
      readonly isShown: boolean;
    }
  /** Nobody is authenticated, so there is no caller to tie an object to. */
  | { readonly kind: "open"; readonly reason: string; readonly span: Span; readonly proof: readonly Step[] };
