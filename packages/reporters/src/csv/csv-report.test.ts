import { expect, test } from "vitest";
import { endpoint, finding, sampleResult } from "../../test/sample-result.ts";
import { csvCell } from "./csv-cell.ts";
import { renderCsv } from "./csv-report.ts";

test("there is a line for every control on every endpoint, and for the repository", () => {
  const secret = { control: "SECRET-01", status: "pass" as const, reason: "None, \"really\".", proof: [] };
  const text = renderCsv({ ...sampleResult, results: [...sampleResult.results, secret] });
  const lines = text.split("\r\n");
  const byEndpoint = sampleResult.controls.filter(({ scope }) => scope === "endpoint").length;
  expect(lines).toHaveLength(1 + sampleResult.endpoints.length * byEndpoint + 1 + 1);
  expect(lines).toContain('AUTHN-01,app.main:app,DELETE,/items/{item_id},fail,No guard.,public,app.items.delete_item,app/items.py,1,API2 API5,CWE-306,CC6.1 CC6.6,e:DELETE:/items/{item_id},,0123456789abcdef0123456789abcdef01234567');
  expect(lines).toContain('SECRET-01,,,,pass,"None, ""really"".",,,,,API8,CWE-798,CC6.1,,,0123456789abcdef0123456789abcdef01234567');
  expect(lines.at(-1)).toBe("");
});

test("a cell that nobody filled is undecided, never empty", () => {
  const lines = renderCsv({ ...sampleResult, results: [] }).trimEnd().split("\r\n").slice(1);
  expect(lines.every((line) => line.includes(",indeterminate,The result holds nothing of it.,"))).toBe(true);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)"])("%s cannot be taken for a formula", (text) => {
  expect(csvCell(text)).toBe(`'${text}`);
  expect(csvCell(`${text}"x"`)).toBe(`"'${text}""x"""`);
});

test("a hostile path stays one cell on one line", () => {
  const lines = renderCsv({ ...sampleResult, endpoints: [endpoint({ method: "GET", path: '/a\r\n=cmd|"/c calc",b' })], results: [] }).trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + sampleResult.controls.filter(({ scope }) => scope === "endpoint").length);
  expect(lines[1]).toContain('"/a\\x0d =cmd|""/c calc"",b"');
});

test("a waiver stands beside the result, which stays as it is", () => {
  const waiver = { reason: "Read by machines", owner: "ann", expires: "2027-01-31" };
  const text = renderCsv({ ...sampleResult, waived: [{ ...finding(), waiver }] });
  expect(text).toContain("DELETE,/items/{item_id},fail,No guard.");
  expect(text).toContain('e:DELETE:/items/{item_id},"Read by machines (ann, until 2027-01-31)",0123456789abcdef');
});
