import { compareSpans, type Endpoint, type Guard, type JudgeInput, type Span } from "@muster/contract";
import { exposedEndpoints } from "./exposed-endpoints.ts";

/** A guard that is to blame for endpoints being public: it looks at the caller, it rejects nobody, and nothing else does. */
export interface IneffectiveGuard {
  readonly guard: Guard;
  /** Where to look first: the line that lets a caller pass. */
  readonly span: Span;
  /** Never empty; in the order of the inventory. */
  readonly endpoints: readonly Endpoint[];
}

/**
 * One entry a cause, sorted by place. A guard that lets callers pass is one cause however often it is attached: most
 * are mended in their own body.
 *
 * Code that only loads the caller (a middleware that sets `request.user`) often stands before endpoints that other guards
 * protect: then it is not what is missing on the public ones, and it is not blamed.
 */
export function ineffectiveGuards(input: JudgeInput): readonly IneffectiveGuard[] {
  const onlyLoads = new Set<string>();
  for (const endpoint of input.endpoints) {
    if (endpoint.posture !== "protected") continue;
    for (const guard of endpoint.guards) if (isIneffective(guard)) onlyLoads.add(causeOf(guard));
  }

  const causes = new Map<string, { guard: Guard; endpoints: Endpoint[] }>();
  for (const endpoint of exposedEndpoints(input)) {
    // Why this one is open is known already: see idle-guards.ts.
    if (endpoint.guards.some(({ flaw }) => flaw !== undefined)) continue;
    const blamed = endpoint.guards.filter((guard) => isIneffective(guard) && !onlyLoads.has(causeOf(guard)));
    // The innermost decides last; one that rejects nobody at all explains more than an optional one.
    const guard = blamed.findLast((each) => each.verdict === "none") ?? blamed.at(-1);
    if (guard === undefined) continue;
    const known = causes.get(causeOf(guard));
    if (known === undefined) causes.set(causeOf(guard), { guard, endpoints: [endpoint] });
    else known.endpoints.push(endpoint);
  }
  return [...causes.values()].map((cause) => ({ ...cause, span: placeOf(cause.guard) })).toSorted((a, b) => compareSpans(a.span, b.span));
}

/** The guards of an endpoint that look at the caller and let callers without a credential pass. */
export function isIneffective(guard: Guard): boolean {
  // One of which it is known how it came to guard nothing has a finding of its own.
  return (guard.verdict === "none" && guard.flaw === undefined && guard.environmentDefault !== true) || guard.verdict === "optional";
}

function placeOf(guard: Guard): Span {
  return guard.proof.at(-1)?.span ?? guard.span;
}

function causeOf(guard: Guard): string {
  const place = placeOf(guard);
  return [guard.verdict, guard.name, place.path, place.line, place.column].join("\0");
}
