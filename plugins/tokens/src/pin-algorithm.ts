import type { Fix, ObservedCall } from "@muster/contract";
import { argument } from "./argument.ts";
import { tokenCall } from "./libraries.ts";

/** The algorithm by which the repository issues its tokens, where that is the same everywhere. */
export function soleAlgorithm(calls: readonly ObservedCall[]): string | undefined {
  const names = new Set<string | undefined>();
  for (const call of calls) {
    const known = tokenCall(call.callee);
    if (known?.does !== "issue" || (known.library !== "PyJWT" && known.library !== "python-jose")) continue;
    const given = argument(call, 2, "algorithm");
    // Both libraries then take HS256.
    names.add(given === undefined ? "HS256" : given.kind === "const" && typeof given.value === "string" ? given.value : undefined);
  }
  const [only] = names;
  return names.size === 1 ? only : undefined;
}

/** Adds `algorithms=[…]`: tokens of the repository's own go on being accepted, and no others. */
export function pinAlgorithm({ callee, written }: ObservedCall, algorithm: string | undefined): Fix | undefined {
  const library = tokenCall(callee)?.library;
  if (library !== "PyJWT" && library !== "python-jose") return undefined;
  if (written === undefined || algorithm === undefined || written.arguments.length === 0) return undefined;
  if (written.arguments.some(({ name }) => name === "algorithms" || name === "algorithm")) return undefined;
  return { title: `Add \`algorithms=["${algorithm}"]\`, the algorithm by which the repository issues its tokens`, edits: [{ span: written.end, text: `, algorithms=["${algorithm}"]` }] };
}
