import type { Span, Step } from "@muster/contract";

export function isSpan(span: Span | undefined): boolean {
  return typeof span === "object" && span !== null && typeof span.path === "string" && [span.line, span.column, span.endLine, span.endColumn].every((number) => Number.isSafeInteger(number) && number > 0);
}

export function isStep(step: Step | undefined): boolean {
  return typeof step === "object" && step !== null && typeof step.note === "string" && isSpan(step.span);
}
