import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { samplePeriod } from "../../test/sample-period.ts";
import { renderPeriodCsv, renderPeriodHtml, renderPeriodJson, renderPeriodMarkdown, renderPeriodOscal, renderPeriodSarif, renderPeriodTerminal } from "./index.ts";

const report = samplePeriod();
const shared = process.env["MUSTER_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const published = (name: string): string => join(shared, "schemas", name);
const read = (url: URL | string): object => JSON.parse(readFileSync(url, "utf8"));

describe.skipIf(!existsSync(published("oscal-assessment-results-1.1.3.json")))("formats of others", () => {
  test("OSCAL is valid against its schema, with every control and its verdict", () => {
    const ajv = addFormats.default(new Ajv({ allErrors: true, strict: false }));
    const validate = ajv.compile(read(published("oscal-assessment-results-1.1.3.json")));
    const document = JSON.parse(renderPeriodOscal(report));
    validate(document);
    expect(validate.errors).toBeNull();
    const states = document["assessment-results"].results[0].findings.map((finding: { readonly title: string; readonly target: { readonly status: { readonly state: string } } }) => [finding.title, finding.target.status.state]);
    expect(Object.fromEntries(states)).toMatchObject({ "AUTHN-01": "not-satisfied", "RATE-01": "not-satisfied", "SECRET-01": "satisfied" });
  });

  test("SARIF is valid against its schema, with results of every kind", () => {
    const ajv = addFormats.default(new AjvDraft04.default({ allErrors: true, strict: false }));
    const validate = ajv.compile(read(published("sarif-2.1.0.json")));
    const log = JSON.parse(renderPeriodSarif(report));
    validate(log);
    expect(validate.errors).toBeNull();
    expect(new Set(log.runs[0].results.map(({ kind }: { readonly kind: string }) => kind))).toEqual(new Set(["pass", "fail", "review"]));
    expect(log.runs[0].results.at(-1)).toMatchObject({ baselineState: "new", suppressions: [{ kind: "external", status: "underReview" }] });
  });
});

test("the report is valid against the published schema", () => {
  const validate = new Ajv2020({ allErrors: true }).compile(read(new URL("../../../../schemas/period-report.schema.json", import.meta.url)));
  validate(JSON.parse(renderPeriodJson(report)));
  expect(validate.errors).toBeNull();
});

test("what nothing short of all is never reads as all, and nothing claims compliance", () => {
  const [first, ...others] = report.controls;
  const nearly = { ...report, controls: first === undefined ? [] : [{ ...first, operating: 99.99 }, ...others] };
  for (const text of [renderPeriodMarkdown(nearly), renderPeriodHtml(nearly), renderPeriodTerminal(nearly, { colour: false, width: 100 })]) {
    expect(text).toContain("99.9 %");
    expect(text).toContain("for a CPA to judge");
    expect(text).not.toMatch(/\bcompliant\b|SOC 2/iu);
  }
});

test("the population names every state, with the scan of it", () => {
  expect(renderPeriodCsv(report).split("\r\n")).toHaveLength(4);
  expect(renderPeriodCsv(report)).toContain(`${"b".repeat(40)},${"b".repeat(40)},0123456789ab,2026-01-05T00:00:00.000Z,committer,missing,,,complete,yes`);
});

test("no words of a repository or a person act on what shows them", () => {
  const hostile = samplePeriod(`=cmd|'/c'!A1"><script>alert(1)</script>\u001b[2J <img src=x>`);
  expect(renderPeriodHtml(hostile)).not.toMatch(/<script|<img/);
  expect(renderPeriodMarkdown(hostile).replaceAll(/`[^`\n]*`/gu, "")).not.toMatch(/<script|<img/);
  expect(renderPeriodTerminal(hostile, { colour: false, width: 100 })).not.toContain("\u001b");
});
