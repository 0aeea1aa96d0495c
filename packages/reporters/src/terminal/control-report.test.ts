import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { endpoint, sampleResult } from "../../test/sample-result.ts";
import { renderControls } from "./control-report.ts";

const options = { colour: false, width: 100, source: () => undefined, everything: false } as const;

test("reads as kept", () => {
  expect(renderControls(sampleResult, options)).toMatchSnapshot();
});

test("says the same with colours", () => {
  const coloured = renderControls(sampleResult, { ...options, colour: true });
  expect(coloured).toContain("\u001b[");
  expect(stripVTControlCharacters(coloured)).toBe(renderControls(sampleResult, options));
});

test("a large application shows what must be looked at, and counts the rest", () => {
  const controls = sampleResult.controls.filter(({ id }) => id === "AUTHN-01");
  const endpoints = Array.from({ length: 100 }, (_, index) => endpoint({ id: `e${index}`, method: "GET", path: `/p/${index}` }));
  const results = endpoints.map(({ id }, index) => ({ control: "AUTHN-01", endpoint: id, status: index === 7 ? ("fail" as const) : ("pass" as const), reason: "So.", proof: [] }));
  const text = renderControls({ ...sampleResult, controls, endpoints, results }, options);
  expect(text).toContain("/p/7 ");
  expect(text).not.toContain("/p/8 ");
  expect(text).toContain("not shown: 99 endpoints with nothing to look at. --all lists every one.");
  expect(renderControls({ ...sampleResult, controls, endpoints, results }, { ...options, everything: true })).toContain("/p/8 ");
});
