import type { JudgeInput, Messages, ObservedCall, Report, Rule, Span, Term } from "@muster/contract";
import type { DeploymentPlace } from "../src/deployment/extractor.ts";

export function at(line: number): Span {
  return { path: "app/client.py", line, column: 5, endLine: line, endColumn: 40 };
}

function term(value: unknown): Term {
  return typeof value === "object" && value !== null ? (value as Term) : { kind: "const", value: value as string | number | boolean | null };
}

export const unknown: Term = { kind: "unknown", reason: "nothing is known of it" };
export const symbol = (name: string): Term => ({ kind: "symbol", name });

/** A call at a line of `app/client.py`. */
export function called(callee: string, line: number, args: readonly unknown[] = [], keywords: Readonly<Record<string, unknown>> = {}, part: Partial<ObservedCall> = {}): ObservedCall {
  return {
    kind: "call", callee, args: args.map(term), keywords: Object.entries(keywords).map(([name, value]) => ({ name, value: term(value) })), open: false,
    span: at(line), symbol: "app.client.f", under: [], through: [], within: ["app.client.f"], reached: true,
    written: { arguments: Object.entries(keywords).map(([name, value]) => ({ name, span: at(line), ...(typeof value !== "object" && { literal: value as boolean }) })), end: at(line) },
    ...part,
  };
}

/** `deployment` are places of `deploy.yaml`. */
export function model(calls: readonly ObservedCall[], deployment: readonly DeploymentPlace[] = []): JudgeInput {
  return {
    applications: [], endpoints: [], coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] },
    trace: () => undefined, calls, facts: () => (deployment.length === 0 ? [] : [{ path: "deploy.yaml", fact: JSON.parse(JSON.stringify({ places: deployment })) }]), options: null, isApprovedPublic: () => false,
  };
}

export function place(kind: DeploymentPlace["kind"], line: number): DeploymentPlace {
  return { kind, of: "nginx", what: "as it is written", line, column: 1, endColumn: 10 };
}

export function reports<M extends Messages>(rule: Rule<M>, input: JudgeInput): readonly Report[] {
  return [...rule.judge(input)];
}

/** Reports as readers meet them: the line, the message, the severity. */
export function read<M extends Messages>(rule: Rule<M>, input: JudgeInput): readonly string[] {
  return reports(rule, input).map((report) => `${report.span.line} ${report.message} ${report.severity ?? rule.meta.severity}`);
}
