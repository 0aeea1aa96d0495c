import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { endpoint, finding, sampleFiles, pastFinding, sampleResult, secretFinding } from "../../test/sample-result.ts";
import { renderInventory, renderTerminal } from "./terminal-report.ts";

const options = { colour: false, width: 100, source: (path: string) => sampleFiles.get(path), everything: false, failOn: "medium" } as const;

describe("the report for people", () => {
  test("reads as kept", () => {
    expect(renderTerminal(sampleResult, options)).toMatchSnapshot();
  });

  test("tells which commits held what is gone from the tree", () => {
    const text = renderTerminal({ ...sampleResult, findings: [pastFinding] }, options);
    expect(text.slice(text.indexOf("FINDINGS"), text.indexOf("why"))).toMatchSnapshot();
  });

  test("of secrets alone speaks of no endpoint", () => {
    const { configuration: _, ...plain } = sampleResult;
    const none = { resolved: 0, unresolved: 0 };
    const text = renderTerminal({ ...plain, endpoints: [], applications: [], findings: [], coverage: { ...plain.coverage, link: { mounts: none, routes: none, unresolved: [] } } }, { ...options, subject: "secrets" });
    expect(text).toMatch(/120\s+contents/u);
    expect(text).not.toMatch(/endpoint|application|route/u);
  });

  test("says the same with colours", () => {
    const coloured = renderTerminal(sampleResult, { ...options, colour: true });
    expect(coloured).toContain("\u001b[");
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(sampleResult, options));
  });

  test("never prints the line of a secret, nor beside a neighbour's frame", () => {
    const neighbour = finding({ span: { path: "app/settings.py", line: 3, column: 1, endLine: 3, endColumn: 6 }, message: "Debug is on." });
    const text = renderTerminal({ ...sampleResult, findings: [secretFinding, neighbour] }, options);
    expect(text).not.toContain("MUST_NEVER_SHOW");
    expect(text).toContain("(line withheld: it holds a secret)");
    expect(text).toContain("DEBUG = False");
  });

  test("cannot be steered by scanned code", () => {
    const hostile = "\u001b]0;owned\u0007\u202egnp.exe\u200b\r\u009b2J";
    const result = {
      ...sampleResult,
      endpoints: [endpoint({ method: "GET", path: `/${hostile}` })],
      findings: [finding({ message: hostile, symbol: hostile, proof: [{ span: finding().span, note: hostile }] })],
    };
    const source = (): string => `${hostile} = 1\n`;
    const text = renderTerminal(result, { ...options, source });
    // eslint-disable-next-line no-control-regex -- that is what is looked for
    expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b\u202e]/u);
    expect(text).toContain("\\x1b]0;owned");
  });

  test("keeps within its width, whatever the paths and lines", () => {
    const path = `/${"long-segment/".repeat(30)}`;
    const result = { ...sampleResult, endpoints: [endpoint({ method: "GET", path, posture: "unknown", reason: "word ".repeat(80) })], findings: [finding({ message: "m ".repeat(200) })] };
    const text = renderTerminal(result, { ...options, width: 80, source: () => "x".repeat(5_000_000) });
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test("lists what is not protected of a large application, and says what it leaves out", () => {
    const many = Array.from({ length: 100 }, (_, index) => endpoint({ method: "GET", path: `/p/${index}`, posture: "protected" }));
    const text = renderTerminal({ ...sampleResult, endpoints: [...many, endpoint({ method: "POST", path: "/open" })] }, options);
    expect(text).toContain("/open");
    expect(text).not.toContain("/p/50");
    expect(text).toContain("100 more protected: muster inventory lists every one");
    expect(renderInventory({ ...sampleResult, endpoints: many }, options)).toContain("/p/50");
  });

  test("names what a finding in brief is about", () => {
    const findings = Array.from({ length: 5 }, (_, index) => finding({ fingerprint: String(index) }));
    expect(renderTerminal({ ...sampleResult, findings }, options)).toContain("    HIGH  app/items.py:1  DELETE /items/{item_id}\n");
  });

  test("counts the findings that it leaves out, and --all shows them", () => {
    const findings = Array.from({ length: 30 }, (_, index) => finding({ fingerprint: String(index), message: `Number ${index} is open.` }));
    const text = renderTerminal({ ...sampleResult, findings }, options);
    expect(text).toContain("and 19 more findings of auth/public-write: --all");
    expect(renderTerminal({ ...sampleResult, findings }, { ...options, everything: true })).toContain("Number 29 is open.");
  });

  test("does not read as clean where the scan is not complete", () => {
    const result = { ...sampleResult, findings: [], status: "partial" as const, outcomes: [{ stage: "link" as const, plugin: "python", status: "failed" as const, reason: "it ran out of memory" }] };
    const text = renderTerminal(result, options);
    expect(text).toContain("✗ The scan is not complete");
    expect(text).toContain("link of python failed: it ran out of memory");
    expect(renderTerminal({ ...result, applications: [], endpoints: [] }, options)).toContain("Not analysed: a part of the scan failed");
  });

  test("does not read as empty where endpoints could not be resolved", () => {
    const text = renderTerminal({ ...sampleResult, endpoints: [], applications: [], findings: [] }, options);
    expect(text).toContain("This does not mean that there are none.");
  });
});
