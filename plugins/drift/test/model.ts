import type { Application, Endpoint, Guard, Json, JudgeInput, Messages, Report, Rule, Span } from "@muster/contract";
import { documentExtractor } from "../src/document/extractor.ts";
import { readDocumentFact } from "../src/document/read-document-fact.ts";

/** A place on one line of `app/main.py`. */
export function at(line: number, path = "app/main.py"): Span {
  return { path, line, column: 1, endLine: line, endColumn: 40 };
}

/** `GET /items`, public and without guards, unless said otherwise. */
export function endpoint(on: string, part: Partial<Endpoint> = {}): Endpoint {
  const [method = "GET", path = "/"] = on.split(" ");
  return {
    id: on, application: "main", method, path, handler: { symbol: `app.main.${on.replaceAll(/\W+/g, "_")}`, span: at(21) }, span: at(20), posture: "public",
    proof: [{ span: at(20), note: "no guard" }], guards: [], parameters: [], hidden: false, deprecated: false, conditions: [], tags: [],
    ...part,
  };
}

export const optionalGuard: Guard = { name: "app.deps.optional", via: "dependency", layer: "route", span: at(3), verdict: "optional", requires: [], credentials: ["http-bearer"], proof: [] };

/** A document of the repository: its text, and what kind of file it is. */
export interface File {
  readonly path: string;
  readonly text: string;
  readonly role?: "source" | "test" | "vendored" | "documentation";
}

export interface Situation {
  readonly endpoints: readonly Endpoint[];
  readonly files: readonly File[];
  readonly options?: Json;
  readonly approved?: readonly string[];
  readonly application?: Partial<Application>;
  readonly unresolved?: JudgeInput["coverage"]["unresolved"];
}

export function model({ endpoints, files, options = null, approved = [], application, unresolved = [] }: Situation): JudgeInput {
  const facts = files.flatMap(({ path, text, role = "source" }) => {
    const fact = readDocumentFact(text, role, /openapi|swagger/.test(text));
    return fact === undefined ? [] : [{ path, fact: JSON.parse(JSON.stringify(fact)) as Json }];
  });
  return {
    applications: [{ id: "main", framework: "fastapi", name: "app.main:app", folder: "", span: at(1), ...application }],
    endpoints, coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved },
    trace: () => undefined, facts: (name) => (name === documentExtractor.name ? facts : []), options,
    isApprovedPublic: ({ method, path }) => approved.includes(`${method} ${path}`),
  } as JudgeInput;
}

/** `GET /a secured`, `POST /b open deprecated`: a document with these operations. */
export function document(operations: readonly string[], more = ""): string {
  const paths = new Map<string, string[]>();
  for (const one of operations) {
    const [method = "", path = "", ...words] = one.split(" ");
    const said = [...(words.includes("secured") ? ["security: [{key: []}]"] : words.includes("open") ? ["security: []"] : []), ...(words.includes("deprecated") ? ["deprecated: true"] : []), 'responses: {"200": {description: ok}}'];
    paths.set(path, [...(paths.get(path) ?? []), `    ${method.toLowerCase()}: {${said.join(", ")}}`]);
  }
  return `openapi: 3.1.0\ninfo: {title: Main, version: "1"}\n${more}paths:\n${[...paths].map(([path, lines]) => `  ${path}:\n${lines.join("\n")}`).join("\n")}\n`;
}

/** Reports as readers meet them. */
export function read<M extends Messages>(rule: Rule<M>, input: JudgeInput): readonly { readonly text: string; readonly severity: string; readonly message: string; readonly report: Report }[] {
  return [...rule.judge(input)].map((report) => ({
    text: (rule.meta.messages[report.message] ?? "").replaceAll(/\{(\w+)\}/g, (hole, name: string) => report.data?.[name] ?? hole),
    severity: report.severity ?? rule.meta.severity,
    message: report.message,
    report,
  }));
}
