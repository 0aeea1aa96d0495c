import type { Described } from "../describe/described.ts";
import type { EndpointJudgement } from "../framework.ts";
import type { Guard, Span, Step } from "@muster/contract";
import { isLibrary } from "../modules/library-index.ts";

/**
 * A judgement as the repository's reader sees it: no place inside a library module. What a step there says is said at
 * the step before it (or, where there is none, at the one after).
 */
export function visibleJudgement(judgement: EndpointJudgement, endpoint: Span, described: Described): EndpointJudgement {
  const operations = judgement.operations?.map((one) => ({ ...one, handler: { ...one.handler, span: visibleSpan(one.handler.span, endpoint) }, proof: visibleSteps(one.proof, endpoint, described) }));
  return { ...judgement, guards: judgement.guards.map((guard) => visibleGuard(guard, endpoint, described)), proof: visibleSteps(judgement.proof, endpoint, described), ...(operations && { operations }) };
}

function visibleGuard(guard: Guard, endpoint: Span, described: Described): Guard {
  const span = visibleSpan(guard.span, endpoint);
  return { ...guard, span, proof: visibleSteps(guard.proof, span, described) };
}

export function visibleSpan(span: Span, instead: Span): Span {
  return isLibrary(span.path) ? instead : span;
}

function visibleSteps(steps: readonly Step[], instead: Span, described: Described): readonly Step[] {
  if (!steps.some((step) => isLibrary(step.span.path))) return steps;
  const out: { span: Span; notes: string[] }[] = [];
  const early: string[] = [];
  for (const step of steps) {
    if (!isLibrary(step.span.path)) out.push({ span: step.span, notes: [...early.splice(0), step.note] });
    else {
      const notes = out.at(-1)?.notes ?? early;
      const says = described.says(step.span);
      if (step.note !== passing) notes.push(step.note);
      if (says !== undefined) notes.push(says);
    }
  }
  if (out.length === 0) out.push({ span: instead, notes: early });
  return out.map(({ span, notes }) => ({ span, note: [...new Set(notes)].join("; ") }));
}

/** A step that only names a call on the way. */
const passing = "which is called here";
