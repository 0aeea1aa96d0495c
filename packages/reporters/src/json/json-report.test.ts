import { readFileSync } from "node:fs";
import type { ScanResult } from "@muster/contract";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { pastFinding, sampleResult } from "../../test/sample-result.ts";
import { renderJson } from "./json-report.ts";
import { compareKeys } from "./key-order.ts";

const schema: { readonly $defs: object } = JSON.parse(readFileSync(new URL("../../../../schemas/scan-result.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

test("a result is valid against the published schema", () => {
  validate(JSON.parse(renderJson({ ...sampleResult, findings: [...sampleResult.findings, pastFinding] })));
  expect(validate.errors).toBeNull();
});

test.each([
  ["a misspelled key", { endpionts: [] }],
  ["a word outside of a closed set", { status: "done" }],
  ["a posture that there is not", { endpoints: [{ ...sampleResult.endpoints[0], posture: "open" }] }],
  ["a line before the first", { findings: [{ ...sampleResult.findings[0], span: { ...sampleResult.findings[0]?.span, line: 0 } }] }],
])("the schema refuses %s", (_, change) => {
  expect(validate({ ...JSON.parse(renderJson(sampleResult)), ...change })).toBe(false);
});

test("the order of keys does not depend on how a result came about", () => {
  const reversed = reverseKeys(sampleResult);
  expect(JSON.stringify(reversed)).not.toBe(JSON.stringify(sampleResult));
  expect(renderJson(reversed)).toBe(renderJson(sampleResult));
});

test("every key of the schema has its own rank", () => {
  const keys = propertyNames(schema);
  expect(keys.filter((key) => compareKeys(key, "") > 0)).toEqual([]);
  expect(keys.length).toBeGreaterThan(60);
});

function reverseKeys(value: ScanResult): ScanResult;
function reverseKeys(value: unknown): unknown;
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => reverseKeys(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, item]) => [key, reverseKeys(item)]));
}

function propertyNames(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "properties" in value && typeof value.properties === "object" && value.properties !== null ? Object.keys(value.properties) : [];
  return [...own, ...Object.values(value).flatMap(propertyNames)];
}
