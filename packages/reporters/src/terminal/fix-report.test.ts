import { expect, test } from "vitest";
import { finding, sampleFiles, sampleResult, secretFinding, span } from "../../test/sample-result.ts";
import { renderFixes } from "./fix-report.ts";

const options = { colour: false, width: 100 };
const fixable = { ...finding(), fix: { title: "Guard it", edits: [{ span: span("app/items.py", 6, 9), text: "x", blob: "b" }] } };

test("shows what is mended and the diff", () => {
  const before = sampleFiles.get("app/items.py") ?? "";
  const text = renderFixes(sampleResult, { fixes: [fixable], changes: [{ path: "app/items.py", before, after: before.replace('get("/")', 'get("/", dependencies=[Depends(user)])') }] }, options);
  expect(text).toContain("  Guard it\n    app/items.py:1  auth/public-write\n");
  expect(text).toContain('--- a/app/items.py\n+++ b/app/items.py\n@@ -3,6 +3,6 @@\n');
  expect(text).toContain('-@router.get("/")\n+@router.get("/", dependencies=[Depends(user)])\n');
});

test("withholds the line of a secret, and what would come in its place", () => {
  const before = sampleFiles.get("app/settings.py") ?? "";
  for (const after of [before.replace("False", "True"), before.replace("TOKEN =", "TOKEN: str =")]) {
    const text = renderFixes({ ...sampleResult, findings: [secretFinding] }, { fixes: [fixable], changes: [{ path: "app/settings.py", before, after }] }, options);
    expect(text).not.toContain("MUST_NEVER_SHOW");
    expect(text).toContain("(line withheld: it holds a secret)");
  }
});

test("cannot be steered by the code it shows", () => {
  const text = renderFixes(sampleResult, { fixes: [fixable], changes: [{ path: "a\u001b[2J.py", before: "x\u001b[31m\n", after: "y\u202e\n" }] }, options);
  expect(text).toContain("-x\\x1b[31m\n+y\\u{202e}\n");
  expect(text).not.toContain("\u001b");
});
