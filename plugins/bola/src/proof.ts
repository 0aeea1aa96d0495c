import { compareSpans } from "@muster/contract";
import type { CallTerm, Endpoint, Span, Step, TraceEvent } from "@muster/contract";
import type { Mutation } from "./mutations/mutation.ts";
import type { Owned } from "./ownership/ownership.ts";
import type { Run } from "./run.ts";
import { walk } from "./term-index.ts";
import type { TermIndex } from "./term-index.ts";
import { termText } from "./term-text.ts";
import type { MutationVerdict } from "./verdict.ts";

/** What a verdict shows, each with its place. */
export function stepsOf(verdict: MutationVerdict): readonly Step[] {
  switch (verdict.kind) {
    case "tied":
      return verdict.bypass.length === 0 ? verdict.steps : verdict.steps.map((step, position) => (position === 0 ? { ...step, note: `${step.note}; callers with \`${verdict.bypass.join(", ")}\` are let past` } : step));
    case "role":
      return [{ span: verdict.span, note: `only callers with \`${verdict.role}\` get past` }];
    case "undecided":
      return [{ span: verdict.span, note: verdict.reason }];
    case "untied":
    case "unchosen":
      return [];
    default:
      return verdict satisfies never;
  }
}

/** From where the id enters to what is missing, or to what ties. */
export function proofOf(mutation: Mutation, { endpoint, index }: Run, judged: readonly Step[]): readonly Step[] {
  const lookup = lookupOf(mutation, index);
  return [
    entryOf(endpoint),
    ...(lookup ? [{ span: lookup.span, note: `\`${termText(lookup)}\` finds the object` }] : []),
    ...mutation.event.through,
    { span: mutation.event.span, note: `\`${touchText(mutation.event)}\` ${mutation.verb} it` },
    ...judged,
  ];
}

/** Where the data models say whose the object is. */
export function ownedStep(owned: Owned): Step {
  switch (owned.kind) {
    case "owned":
      return { span: owned.by.span, note: `\`${owned.by.path}\` says whose it is` };
    case "caller":
      return { span: owned.span, note: "it is the record of a caller" };
    case "nobody":
      return { span: owned.span, note: "nothing in the model says whose it is" };
    default:
      return owned satisfies never;
  }
}

export function entryOf(endpoint: Endpoint): Step {
  const names = endpoint.parameters.filter((parameter) => parameter.in === "path").map((parameter) => `\`${parameter.name}\``);
  return { span: endpoint.span, note: names.length > 0 ? `${endpoint.method} ${endpoint.path}: the caller chooses ${names.join(", ")}` : `${endpoint.method} ${endpoint.path}` };
}

/** Where the mutation begins in the handler: the call that leads to it, or the mutation itself. A decorator that calls the handler stands above it. */
export function placeOf({ event }: Pick<Mutation, "event">, endpoint: Endpoint): Span {
  const { span: handler } = endpoint.handler;
  const inFile = [...event.through, event].map(({ span }) => span).filter((span) => span.path === handler.path);
  return inFile.find((span) => span.line >= handler.line) ?? (event.through[0]?.span.path === handler.path ? event.through[0].span : event.span);
}

/** The mutation as the code means it. */
export function touchText(event: TraceEvent): string {
  switch (event.kind) {
    case "call":
      return termText(event.call);
    case "set-attribute":
      return `${termText(event.target)}.${event.name} = …`;
    case "delete":
      return `del ${termText(event.target)}`;
    default:
      return event satisfies never;
  }
}

/** The call by which the object touched was found, where it is another than the one that touches it. */
function lookupOf(mutation: Mutation, index: TermIndex): CallTerm | undefined {
  for (const part of walk(mutation.target)) {
    if (part.kind === "call" && index.of(part).selector && compareSpans(part.span, mutation.event.span) !== 0) return part;
  }
  return undefined;
}
