import type { CallTerm, Condition, Endpoint, HandlerTrace, JudgeInput, Messages, Parameter, Report, Rule, Span, Step, Term, TraceEvent, TraceExit } from "@muster/contract";

/** A place on one line of `app/main.py`, or of another file. */
export function at(line: number, path = "app/main.py"): Span {
  return { path, line, column: 5, endLine: line, endColumn: 40 };
}

export const user: Term = { kind: "principal", guard: "app.deps.get_current_user" };
export const request: Term = { kind: "input", source: "request", name: "*" };
export const unknown: Term = { kind: "unknown", reason: "not followed" };

export function constant(value: string | number | boolean | null): Term {
  return { kind: "const", value };
}

export function input(name: string, source: "path" | "query" | "body" = "path"): Term {
  return { kind: "input", source, name };
}

/** `symbol("session", "add")` is `session.add`. */
export function symbol(name: string): Term {
  return { kind: "symbol", name };
}

export function attribute(of: Term, ...names: readonly string[]): Term {
  return names.reduce<Term>((term, name) => ({ kind: "attribute", of: term, name }), of);
}

export function instance(name: string, attributes: { readonly [name: string]: Term } = {}): Term {
  return { kind: "instance", class: name, attributes: Object.entries(attributes).map(([key, value]) => ({ name: key, value })) };
}

export function dict(entries: { readonly [key: string]: Term }): Term {
  return { kind: "dict", entries: Object.entries(entries).map(([key, value]) => ({ key: constant(key), value })) };
}

export function template(...parts: readonly (string | Term)[]): Term {
  return { kind: "template", parts: parts.map((part) => (typeof part === "string" ? constant(part) : part)) };
}

export function call(callee: Term, args: readonly Term[] = [], keywords: { readonly [name: string]: Term } = {}, line = 30): CallTerm {
  return { kind: "call", callee, args, keywords: Object.entries(keywords).map(([name, value]) => ({ name, value })), span: at(line) };
}

/** The session that a dependency gives; its type is a library's. */
export const session: Term = instance("sqlalchemy.orm.Session");
export const logger: Term = call(symbol("logging.getLogger"), [constant("app")]);

/** `if <text>` at a line, taken or not. */
export function branch(line: number, holds: boolean): Condition {
  return { term: symbol(`condition${line}`), holds, span: at(line) };
}

export interface Happening {
  readonly call: CallTerm;
  readonly under?: readonly Condition[];
  readonly through?: readonly Step[];
}

/** A trace of these calls in order and, unless given, one plain return after those that no condition holds back. */
export function trace(happenings: readonly (CallTerm | Happening)[], more: { readonly exits?: readonly Partial<TraceExit>[]; readonly lost?: readonly Step[] } = {}): HandlerTrace {
  const events = happenings.map((each, index): TraceEvent => {
    const happening = "kind" in each ? { call: each } : each;
    return { index, kind: "call", call: happening.call, span: at(31 + index), under: happening.under ?? [], through: happening.through ?? [], looped: false };
  });
  const after = events.filter((event) => event.under.length === 0).map((event) => event.index);
  const exits = (more.exits ?? [{}]).map((exit): TraceExit => ({ kind: "return", span: at(90), value: constant(null), under: [], after, ...exit }));
  return { events, exits, lost: more.lost ?? [], complete: (more.lost ?? []).length === 0 };
}

/** `DELETE /items/{item_id}`: parameters in braces become path parameters. */
export function endpoint(on: string, part: Partial<Endpoint> = {}): Endpoint {
  const [method = "DELETE", path = "/"] = on.split(" ");
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map((match): Parameter => ({ name: match[1] ?? "", in: "path", required: true }));
  return {
    id: on, application: "main", method, path, handler: { symbol: "app.main.change_item", span: at(21) }, span: at(20), posture: "protected",
    proof: [{ span: at(20), note: "guarded" }], guards: [], parameters, hidden: false, deprecated: false, conditions: [], tags: [],
    ...part,
  };
}

/** What the rule and the control are given: endpoints with their traces. */
export function model(...pairs: readonly (readonly [Endpoint, HandlerTrace | undefined])[]): JudgeInput {
  const traces = new Map(pairs.map(([each, run]) => [each.id, run]));
  return {
    applications: [], endpoints: pairs.map(([each]) => each),
    coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] },
    trace: (id) => traces.get(id), facts: () => [], options: null, isApprovedPublic: () => false,
  };
}

/** A report as a reader meets it: its text filled in, its severity and confidence after the rule's own. */
export interface Read {
  readonly message: string;
  readonly text: string;
  readonly severity: string;
  readonly confidence: string;
  readonly report: Report;
}

export function read<M extends Messages>(rule: Rule<M>, judged: JudgeInput): readonly Read[] {
  return [...rule.judge(judged)].map((report) => {
    const data = report.data ?? {};
    const text = (rule.meta.messages[report.message] ?? "").replaceAll(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
    return { message: report.message, text, severity: report.severity ?? rule.meta.severity, confidence: report.confidence ?? rule.meta.confidence, report };
  });
}
