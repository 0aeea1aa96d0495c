import type { JudgeInput, Suppression } from "@muster/contract";
import { describe, expect, it } from "vitest";
import type { Candidate, SecretFact, SuppressedCandidate } from "./candidate.ts";
import secrets from "./index.ts";
import { kinds } from "./kind.ts";

const candidate: Candidate = {
  format: "github-token",
  title: "GitHub token",
  kind: "provider-token",
  confidence: "high",
  form: "token",
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 45,
  redacted: "ghp_… (40 characters)",
  hash: "0f".repeat(16),
};

const placeholder: SuppressedCandidate = { format: "github-token", title: "GitHub token", kind: "provider-token", line: 9, column: 5, endLine: 9, endColumn: 45, redacted: "ghp_… (40 characters)", hash: "0e".repeat(16), why: "placeholder" };

function input(files: Readonly<Record<string, Partial<SecretFact>>>): JudgeInput {
  return {
    applications: [],
    endpoints: [],
    coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] },
    trace: () => undefined,
    facts: () => Object.entries(files).map(([path, fact]) => ({ path, fact: { candidates: [], suppressed: [], more: 0, moreSuppressed: 0, complete: true, ...fact } })),
    options: {},
    isApprovedPublic: () => false,
  };
}

const isFinding = ({ suppressed }: { readonly suppressed?: Suppression }): boolean => suppressed === undefined;
const analysis = secrets.analysis ?? { uses: [], rules: [], controls: [] };
const reports = (model: JudgeInput) => analysis.rules.flatMap((rule) => [...rule.judge(model)].map((report) => ({ rule: rule.meta.id, ...report })));
const control = (model: JudgeInput) => analysis.controls.flatMap((judge) => [...judge.judge(model)]);

it("there is one rule for every kind", () => {
  expect(analysis.rules.map((rule) => rule.meta.id).sort()).toEqual(kinds.map((kind) => `secrets/${kind}`).sort());
});

describe("a candidate", () => {
  it("is reported by the rule of its kind, without its line", () => {
    expect(reports(input({ "app/a.py": { candidates: [candidate] } }))).toEqual([
      expect.objectContaining({ rule: "secrets/provider-token", message: "source", severity: "critical", showCode: false, identity: `github-token ${candidate.hash}`, span: { path: "app/a.py", line: 3, column: 5, endLine: 3, endColumn: 45 } }),
    ]);
  });

  it.each([["tests/test_a.py", "test"], ["docs/a.md", "documentation"], [".env.example", "documentation"]])("in %s weighs little, and the message says where it is", (path, message) => {
    expect(reports(input({ [path]: { candidates: [candidate] } }))).toEqual([expect.objectContaining({ message, severity: "low" })]);
  });

  it("keeps its identity when its line moves", () => {
    const identity = (line: number) => reports(input({ "a.py": { candidates: [{ ...candidate, line }] } }))[0]?.identity;
    expect(identity(3)).toBe(identity(30));
  });
});

describe("what is suppressed", () => {
  const told = (files: Readonly<Record<string, Partial<SecretFact>>>) => reports(input(files)).map(({ rule, span, suppressed }) => ({ rule, line: span.line, suppressed }));

  it("is told with its reason, and is no finding", () => {
    expect(told({ "a.py": { suppressed: [placeholder] } })).toEqual([{ rule: "secrets/provider-token", line: 9, suppressed: { by: "rule", what: "placeholder", reason: expect.stringContaining("placeholder") } }]);
  });

  it("by a comment, is told with the comment's mark and reason", () => {
    const allowed: SuppressedCandidate = { ...placeholder, why: "allowed", mark: "muster:allow-secret", reason: "made up" };
    expect(told({ "a.py": { suppressed: [allowed] } })).toEqual([expect.objectContaining({ suppressed: { by: "comment", what: "muster:allow-secret", reason: "made up" } })]);
  });

  it("by its path, is told too", () => {
    expect(told({ "poetry.lock": { candidates: [{ ...candidate, kind: "generic-assignment" }] } })).toEqual([expect.objectContaining({ rule: "secrets/generic-assignment", suppressed: expect.objectContaining({ what: "file" }) })]);
  });
});

describe("an assignment without a mark of its own", () => {
  const assigned = (form: "quoted" | "bare"): Partial<SecretFact> => ({ candidates: [{ ...candidate, kind: "generic-assignment", form }] });

  it("counts in code only when it is quoted", () => {
    expect(reports(input({ "a.py": assigned("quoted") }))).toHaveLength(1);
    expect(reports(input({ "a.py": assigned("bare") })).filter(isFinding)).toHaveLength(0);
    expect(reports(input({ ".env": assigned("bare"), "compose.yml": assigned("bare"), Dockerfile: assigned("bare") }))).toHaveLength(3);
  });

  it("does not count in locks, translations and minified files, where a token still does", () => {
    for (const path of ["poetry.lock", "web/package-lock.json", "locale/de.po", "static/a.min.js"]) {
      expect(reports(input({ [path]: assigned("quoted") })).filter(isFinding)).toEqual([]);
      expect(reports(input({ [path]: { candidates: [candidate] } }))).toHaveLength(1);
    }
  });
});

describe("SECRET-01", () => {
  it("passes where nothing is found", () => {
    expect(control(input({}))).toEqual([expect.objectContaining({ status: "pass" })]);
    expect(control(input({ "a.py": { suppressed: [placeholder] } }))).toEqual([expect.objectContaining({ status: "pass" })]);
  });

  it("fails with the first place", () => {
    expect(control(input({ "a.py": { candidates: [candidate] } }))).toEqual([expect.objectContaining({ status: "fail", span: expect.objectContaining({ path: "a.py", line: 3 }) })]);
  });

  it("is undecided where all lie in tests, or where a file was not read to its end", () => {
    expect(control(input({ "tests/a.py": { candidates: [candidate] } }))).toEqual([expect.objectContaining({ status: "indeterminate" })]);
    expect(control(input({ "a.txt": { complete: false } }))).toEqual([expect.objectContaining({ status: "indeterminate", reason: expect.stringContaining("a.txt") })]);
  });
});
