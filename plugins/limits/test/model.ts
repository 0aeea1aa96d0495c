import type { Endpoint, HandlerTrace, JudgeInput, Messages, Rule, Span, Term, TraceEvent } from "@muster/contract";

export function at(line: number): Span {
  return { path: "app/main.py", line, column: 1, endLine: line, endColumn: 40 };
}

const constant = (value: string | null): Term => ({ kind: "const", value });

/** `muster.limited(library, rate, whom)`, as library modules call it. */
export function limited(rate: string | null, whom: string | null = null, conditional = false): TraceEvent {
  return {
    index: 0, span: at(9), through: [], looped: false, kind: "call", under: conditional ? [{ term: { kind: "unknown", reason: "" }, holds: true, span: at(8) }] : [],
    call: { kind: "call", callee: { kind: "symbol", name: "muster.limited" }, args: [constant("slowapi"), constant(rate), constant(whom)], keywords: [], span: at(9) },
  };
}

export function trace(events: readonly TraceEvent[] = [], part: Partial<HandlerTrace> = {}): HandlerTrace {
  return { events, exits: [{ kind: "return", span: at(20), value: constant(null), under: [], after: [] }], lost: [], complete: true, ...part };
}

/** An endpoint, public unless said otherwise, with its trace. */
export function endpoint(on: string, run: HandlerTrace = trace(), part: Partial<Endpoint> = {}): readonly [Endpoint, HandlerTrace] {
  const [method = "GET", path = "/"] = on.split(" ");
  return [{ id: on, application: "main", method, path, handler: { symbol: "app.main.h", span: at(3) }, span: at(2), posture: "public", proof: [], guards: [], parameters: [], hidden: false, deprecated: false, conditions: [], tags: [], ...part }, run];
}

/** `named`: whether a file of the repository names a limiter. */
export function model(endpoints: readonly (readonly [Endpoint, HandlerTrace])[], { named = true, options = null }: { readonly named?: boolean; readonly options?: JudgeInput["options"] } = {}): JudgeInput {
  const traces = new Map(endpoints.map(([{ id }, run]) => [id, run]));
  return {
    applications: [], endpoints: endpoints.map(([one]) => one), coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] },
    trace: (id) => traces.get(id), facts: (extractor) => (named && extractor === "limits/names" ? [{ path: "app/main.py", fact: ["slowapi"] }] : []), options, isApprovedPublic: () => false,
  };
}

/** Reports as readers meet them: message, severity, endpoint. */
export function read<M extends Messages>(rule: Rule<M>, input: JudgeInput): readonly string[] {
  return [...rule.judge(input)].map((report) => `${report.message} ${report.severity ?? rule.meta.severity} ${report.endpoint ?? ""}`);
}
