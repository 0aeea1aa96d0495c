import { compareSpans, type Endpoint, type Guard, type GuardFlaw, type JudgeInput } from "@muster/contract";
import { exposedEndpoints } from "./exposed-endpoints.ts";

/** A guard that is written down and guards nothing, with the endpoints that it leaves open. */
export interface IdleGuard {
  readonly flaw: GuardFlaw;
  readonly guard: Guard;
  /** Never empty; in the order of the inventory. */
  readonly endpoints: readonly Endpoint[];
}

/** One a cause, sorted by place. */
export function idleGuards(input: JudgeInput): readonly IdleGuard[] {
  const causes = new Map<string, IdleGuard & { readonly endpoints: Endpoint[] }>();
  for (const endpoint of exposedEndpoints(input)) {
    for (const guard of endpoint.guards) {
      if (guard.flaw === undefined) continue;
      const place = guard.proof.at(-1)?.span ?? guard.span;
      const key = [guard.flaw, guard.name, place.path, place.line, place.column].join("\0");
      const known = causes.get(key);
      if (known) known.endpoints.push(endpoint);
      else causes.set(key, { flaw: guard.flaw, guard, endpoints: [endpoint] });
    }
  }
  return [...causes.values()].toSorted((a, b) => compareSpans(a.guard.span, b.guard.span));
}
