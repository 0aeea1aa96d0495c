import type { EndpointJudgement } from "../framework.ts";
import type { Guard, Span, Step } from "@muster/contract";
import { isLibrary } from "../modules/library-index.ts";

/**
 * A judgement as the repository's reader sees it: no place inside a library module. What a step there says is said at
 * the step before it (or, where there is none, at the one after).
 */
export function visibleJudgement(judgement: EndpointJudgement, endpoint: Span): EndpointJudgement {
  return { ...judgement, guards: judgement.guards.map((guard) => visibleGuard(guard, endpoint)), proof: visibleSteps(judgement.proof, endpoint) };
}

function visibleGuard(guard: Guard, endpoint: Span): Guard {
  const span = visibleSpan(guard.span, endpoint);
  return { ...guard, span, proof: visibleSteps(guard.proof, span) };
}

export function visibleSpan(span: Span, instead: Span): Span {
  return isLibrary(span.path) ? instead : span;
}

function visibleSteps(steps: readonly Step[], instead: Span): readonly Step[] {
  if (!steps.some((step) => isLibrary(step.span.path))) return steps;
  const out: { span: Span; notes: string[] }[] = [];
  const early: string[] = [];
  for (const step of steps) {
    if (!isLibrary(step.span.path)) out.push({ span: step.span, notes: [...early.splice(0), step.note] });
    else if (step.note !== passing) (out.at(-1)?.notes ?? early).push(step.note);
  }
  if (out.length === 0) out.push({ span: instead, notes: early });
  return out.map(({ span, notes }) => ({ span, note: [...new Set(notes)].join("; ") }));
}

/** A step that only names a call on the way. */
const passing = "which is called here";
