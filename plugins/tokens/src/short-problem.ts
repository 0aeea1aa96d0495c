import type { Problem, ProblemKind } from "./problem.ts";

const texts: Readonly<Record<ProblemKind, string>> = {
  unsigned: "the signature is not verified",
  "algorithm-from-token": "the token names its own algorithm",
  "no-algorithms": "no algorithm is named",
  "mixed-algorithms": "shared secrets and key pairs are both allowed",
  "expiry-off": "the expiry is not checked",
  "never-validated": "the claims are never validated",
  "audience-off": "neither audience nor issuer is checked",
  "no-expiry": "the token never expires",
  "key-in-code": "the key is in the code",
};

/** A problem in a few words. */
export function shortProblem({ kind, byDefault }: Problem): string {
  return byDefault ? `${texts[kind]}, by default` : texts[kind];
}
