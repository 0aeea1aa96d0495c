import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log, Run } from "sarif";
import { expect, test } from "vitest";
import { finding, sampleResult, span } from "../../test/sample-result.ts";
import { renderSarif } from "./sarif-report.ts";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));
const schemaFile = join(process.env["MUSTER_SHARED"] ?? join(repository, "..", "shared"), "schemas", "sarif-2.1.0.json");

function runOf(result = sampleResult): Run {
  const log: Log = JSON.parse(renderSarif(result));
  const run = log.runs[0];
  if (run === undefined) throw new Error("the log has no run");
  return run;
}

test.skipIf(!existsSync(schemaFile))("a report is valid against the schema of SARIF 2.1.0", () => {
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
  validate(JSON.parse(renderSarif(sampleResult)));
  expect(validate.errors).toBeNull();
});

test("a result has one location, a fingerprint, and its rule", () => {
  const run = runOf();
  for (const result of run.results ?? []) {
    expect(result.locations).toHaveLength(1);
    expect(result.partialFingerprints?.["primaryLocationLineHash"]).toBeTruthy();
    expect(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
  }
  expect(run.automationDetails?.id).toBe("muster/");
  expect(run.results?.map((result) => result.level)).toEqual(["error", "error"]);
});

test("a rule carries help, tags and a score in the band of its severity", () => {
  expect(runOf().tool.driver.rules?.[0]).toMatchObject({
    help: { text: expect.stringContaining("How to mend it"), markdown: expect.stringContaining("## How to mend it") },
    properties: { tags: expect.arrayContaining(["security", "external/cwe/cwe-306"]), "security-severity": "8.0" },
  });
});

test("a proof chain becomes a code flow", () => {
  const locations = runOf().results?.[0]?.codeFlows?.[0]?.threadFlows[0]?.locations;
  expect(locations?.map((item) => item.location?.message?.text)).toEqual(["mounted under /items", "declared here; nothing on the way looks at the caller"]);
});

test("paths become relative URIs", () => {
  const run = runOf({ ...sampleResult, findings: [finding({ span: span("app/a b#%ü.py", 1) })] });
  expect(run.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("app/a%20b%23%25%C3%BC.py");
});

test("text of scanned code makes no link and no control character", () => {
  const text = runOf({ ...sampleResult, findings: [finding({ message: "see [here](https://example.org)\u001b[2J" })] }).results?.[0]?.message.text;
  expect(text).toBe("see [here] (https://example.org)\\x1b[2J");
});

test("past 25,000 findings the least severe are left out, and the run says so", () => {
  const findings = Array.from({ length: 25_010 }, (_, index) => finding({ fingerprint: String(index), severity: index < 20 ? "low" : "high", proof: [] }));
  const run = runOf({ ...sampleResult, findings });
  expect(run.results).toHaveLength(25_000);
  expect(run.results?.filter((result) => result.level === "note")).toHaveLength(10);
  expect(JSON.stringify(run.invocations)).toContain("10 findings are left out");
});

test("a partial scan is no successful execution, and what was not analysed is told", () => {
  const run = runOf({ ...sampleResult, findings: [], status: "partial" });
  expect(run.invocations?.[0]?.executionSuccessful).toBe(false);
  expect(JSON.stringify(run.invocations)).toContain("1 files were skipped");
});

test("a mechanical mend is a fix, file by file; one on a line that must not be shown is left out", () => {
  const fix = { title: "Guard it", edits: [{ span: span("app/my items.py", 1, 1, 1, 1), text: "import x\n", blob: "b1" }, { span: span("app/my items.py", 3, 2, 3, 5), text: "y", blob: "b1" }, { span: span("app/main.py", 4, 1, 4, 1), text: "z", blob: "b2" }] };
  const run = runOf({ ...sampleResult, findings: [finding({ fix }), finding({ fix, showCode: false })] });
  expect(run.results?.map(({ fixes }) => fixes)).toEqual([
    [
      {
        description: { text: "Guard it" },
        artifactChanges: [
          { artifactLocation: { uri: "app/my%20items.py", uriBaseId: "%SRCROOT%" }, replacements: [{ deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 }, insertedContent: { text: "import x\n" } }, { deletedRegion: { startLine: 3, startColumn: 2, endLine: 3, endColumn: 5 }, insertedContent: { text: "y" } }] },
          { artifactLocation: { uri: "app/main.py", uriBaseId: "%SRCROOT%" }, replacements: [{ deletedRegion: { startLine: 4, startColumn: 1, endLine: 4, endColumn: 1 }, insertedContent: { text: "z" } }] },
        ],
      },
    ],
    undefined,
  ]);
});
