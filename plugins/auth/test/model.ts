import type { Application, ControlResult, Endpoint, Guard, JudgeInput, LinkCoverage, Report, Rule, Span, Messages, ControlJudge } from "@muster/contract";

/** A place on one line of `app/main.py`, or of another file. */
export function at(line: number, path = "app/main.py"): Span {
  return { path, line, column: 1, endLine: line, endColumn: 40 };
}

/** A guard of a route that rejects, unless said otherwise. */
export function guard(part: Partial<Guard> = {}): Guard {
  return {
    name: "app.deps.get_current_user", via: "dependency", layer: "route", span: at(10), verdict: "rejects",
    requires: [{ kind: "authenticated" }], credentials: ["http-bearer"], proof: [{ span: at(5, "app/deps.py"), note: "raises 401" }],
    ...part,
  };
}

/** `GET /items`, public and without guards, unless said otherwise. `on` gives method and path. */
export function endpoint(on: string, part: Partial<Endpoint> = {}): Endpoint {
  const [method = "GET", path = "/"] = on.split(" ");
  const line = part.span?.line ?? 20;
  return {
    id: `${part.application ?? "main"} ${on}`, application: "main", method, path, handler: { symbol: `app.main.${method.toLowerCase()}`, span: at(line + 1) },
    span: at(line), posture: "public", proof: [{ span: at(line), note: "nothing looks at the caller" }], guards: [], parameters: [],
    hidden: false, deprecated: false, conditions: [], tags: [],
    ...part,
  };
}

export const main: Application = { id: "main", framework: "fastapi", name: "app.main:app", folder: "", span: at(1) };

const whole: LinkCoverage = { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] };

/** What a rule is given: these endpoints, those of `approved` (`GET /items`) approved as public. */
export function model(endpoints: readonly Endpoint[], more: { readonly approved?: readonly string[]; readonly coverage?: Partial<LinkCoverage> } = {}): JudgeInput {
  return {
    applications: [main], endpoints, coverage: { ...whole, ...more.coverage },
    trace: () => undefined, facts: () => [], options: null,
    isApprovedPublic: (each) => more.approved?.includes(`${each.method} ${each.path}`) ?? false,
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

export function read<M extends Messages>(rule: Rule<M>, input: JudgeInput): readonly Read[] {
  return [...rule.judge(input)].map((report) => {
    const data = report.data ?? {};
    const text = (rule.meta.messages[report.message] ?? "").replaceAll(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
    return { message: report.message, text, severity: report.severity ?? rule.meta.severity, confidence: report.confidence ?? rule.meta.confidence, report };
  });
}

export function results(control: ControlJudge, input: JudgeInput): readonly Omit<ControlResult, "control">[] {
  return [...control.judge(input)];
}
