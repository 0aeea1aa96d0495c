import type { ControlJudge, ControlResult, JudgeInput, Messages, ObservedCall, Report, Rule, Span, Term } from "@muster/contract";

export function at(line: number): Span {
  return { path: "app/auth.py", line, column: 12, endLine: line, endColumn: 60 };
}

/** A constant, a list of constants or a dict of them as evaluation knows it; terms stay as they are. */
export function term(value: unknown): Term {
  if (Array.isArray(value)) return { kind: "collection", type: "list", items: value.map(term) };
  if (typeof value === "object" && value !== null) return "kind" in value ? (value as Term) : { kind: "dict", entries: Object.entries(value).map(([key, part]) => ({ key: term(key), value: term(part) })) };
  return { kind: "const", value: value as string | number | boolean | null };
}

export const unknown: Term = { kind: "unknown", reason: "nothing is known of it" };
export const byDefault = (value: string | boolean): Term => ({ kind: "const", value, byDefault: true });

/** A call at a line of `app/auth.py`, each line a function of its own. */
export function called(callee: string, line: number, args: readonly unknown[], keywords: Readonly<Record<string, unknown>> = {}, part: Partial<ObservedCall> = {}): ObservedCall {
  return {
    kind: "call", callee, args: args.map(term), keywords: Object.entries(keywords).map(([name, value]) => ({ name, value: term(value) })), open: false,
    span: at(line), symbol: `app.auth.f${line}`, under: [], through: [], within: [`app.auth.f${line}`], reached: true,
    written: { arguments: args.map(() => ({ span: at(line) })), end: at(line) },
    ...part,
  };
}

export function model(...calls: readonly ObservedCall[]): JudgeInput {
  return {
    applications: [], endpoints: [], coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] },
    trace: () => undefined, calls, facts: () => [], options: null, isApprovedPublic: () => false,
  };
}

/** Reports as readers meet them: the line, the message, the severity. */
export function read<M extends Messages>(rule: Rule<M>, ...calls: readonly ObservedCall[]): readonly string[] {
  return reports(rule, ...calls).map((report) => `${report.span.line} ${report.message} ${report.severity ?? rule.meta.severity}`);
}

export function reports<M extends Messages>(rule: Rule<M>, ...calls: readonly ObservedCall[]): readonly Report[] {
  return [...rule.judge(model(...calls))];
}

export function results(control: ControlJudge, input: JudgeInput): readonly Omit<ControlResult, "control">[] {
  return [...control.judge(input)];
}
