import type { Endpoint, Fix, JudgeInput, TraceEvent } from "@muster/contract";
import { auditCoverage, type AuditCoverage } from "../audit-coverage.ts";
import { isSameCondition } from "../same-condition.ts";
import { calledName } from "../term.ts";
import { rewriteCall } from "./rewrite-call.ts";
import { asWrittenHandlers, handlersExtractor, type WrittenFunction } from "./written-handlers.ts";

type Audited = AuditCoverage & { readonly kind: "audited" };
type Missing = AuditCoverage & { readonly kind: "missing" };

/**
 * Writes the event that the handlers beside one write, with its own actor, object and action, behind the last change. Nothing is offered where they do
 * not agree on how, or where a name or a word would have to be guessed.
 */
export function writeEvent(endpoint: Endpoint, coverage: Missing, input: JudgeInput): Fix | undefined {
  const { path } = endpoint.handler.span;
  const fact = input.facts(handlersExtractor.name).find((one) => one.path === path)?.fact;
  if (fact === undefined) return undefined;
  const { functions } = asWrittenHandlers(fact);
  const written = writtenAs(endpoint, functions);
  const last = written && lastChange(coverage.changes, endpoint, written);
  if (!written || !last) return undefined;
  const models = modelsFor(endpoint, input, functions);
  const texts = new Map<string, string>();
  for (const { call, place, isBeforeCommit } of models) {
    if (isBeforeCommit !== undefined && isBeforeCommit !== last.isCommit) continue;
    const text = rewriteCall(call, place, { written, path: endpoint.path });
    if (text !== undefined) texts.set(`${isBeforeCommit === true ? "before" : "after"} ${text}`, place.written.name);
  }
  const [only] = texts;
  if (texts.size !== 1 || only === undefined) return undefined;
  const [placed, name] = only;
  const text = placed.slice(placed.indexOf(" ") + 1).replaceAll("\n", `\n${" ".repeat(last.indent)}`);
  const line = placed.startsWith("before ") ? last.line : last.endLine + 1;
  return { title: `Write the audit event that \`${name}\` beside it writes`, edits: [{ span: { path, line, column: 1, endLine: line, endColumn: 1 }, text: `${" ".repeat(last.indent)}${text}\n` }] };
}

interface Model {
  readonly call: string;
  readonly place: { readonly written: WrittenFunction; readonly path: string };
  /** It stands before a commit that makes all of it last; undefined where nothing is committed after it. */
  readonly isBeforeCommit: true | undefined;
}

/** Events of the handlers of the same module, each where it is written in the handler itself. */
function modelsFor(endpoint: Endpoint, input: JudgeInput, functions: readonly WrittenFunction[]): readonly Model[] {
  const seen = new Set<WrittenFunction>();
  return input.endpoints.flatMap((other): Model[] => {
    if (other.handler.span.path !== endpoint.handler.span.path || other.application !== endpoint.application) return [];
    const written = writtenAs(other, functions);
    if (!written || seen.has(written)) return [];
    seen.add(written);
    const coverage = auditCoverage(input, other);
    if (coverage.kind !== "audited") return [];
    const model = modelOf(coverage, other, written);
    return model ? [model] : [];
  });
}

function modelOf({ by, changes }: Audited, endpoint: Endpoint, written: WrittenFunction): Model | undefined {
  const call = written.calls[String(lineIn(by.event, endpoint))];
  if (call === undefined || by.event.looped || !changes.every((change) => isUnder(change, by.event))) return undefined;
  const later = changes.filter((change) => change.index > by.event.index);
  const isCommitted = later.length > 0 && later.every(isCommit);
  if (later.length > 0 && !isCommitted) return undefined;
  return { call, place: { written, path: endpoint.path }, isBeforeCommit: isCommitted ? true : undefined };
}

/** The statement that changes something last, where whatever is changed leads to it, and where another statement may follow. */
function lastChange(changes: readonly TraceEvent[], endpoint: Endpoint, written: WrittenFunction): { readonly line: number; readonly endLine: number; readonly indent: number; readonly isCommit: boolean } | undefined {
  const change = changes.at(-1);
  if (!change || change.looped) return undefined;
  const at = lineIn(change, endpoint);
  const found = written.body.find(([line, endLine]) => at !== undefined && line <= at && at <= endLine);
  if (!found || found[3] === 0 || !changes.every((other) => isUnder(other, change))) return undefined;
  return { line: found[0], endLine: found[1], indent: found[2], isCommit: isCommit(change) };
}

/** The function that an endpoint's handler is, by the line of its `def`. */
function writtenAs({ handler }: Endpoint, functions: readonly WrittenFunction[]): WrittenFunction | undefined {
  return functions.find(({ line, name }) => line === handler.span.line && handler.symbol.endsWith(name));
}

/** Where an event happens as the handler is read: its own line, or that of the call which leads there. */
function lineIn({ span, through }: Pick<TraceEvent, "span" | "through">, { handler }: Endpoint): number | undefined {
  const place = through[0]?.span ?? span;
  return place.path === handler.span.path ? place.line : undefined;
}

/** Whether all that an event hangs on holds where another one happens. */
function isUnder({ under }: TraceEvent, event: TraceEvent): boolean {
  return event.under.every((condition) => under.some((other) => other.holds === condition.holds && isSameCondition(other, condition)));
}

function isCommit(change: TraceEvent): boolean {
  return change.kind === "call" && (calledName(change.call) === "commit" || calledName(change.call) === "flush");
}
