import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { pluginFile, scanAll, tree, troubles, wordsPlugin } from "./workbench.ts";

/** A plugin that finds one thing in `a.py` and proposes this fix. */
function fixing(fix: string): string {
  return pluginFile("fixing", `analysis: { uses: [], controls: [], rules: [{ meta: { id: "fixing/it", title: "", why: "", mend: "", messages: { said: "Said." }, controls: [], owasp: [], cwe: [], severity: "low", confidence: "low", stability: "stable" },
    *judge() { yield { message: "said", span: { path: "a.py", line: 1, column: 1, endLine: 1, endColumn: 2 }, symbol: "", identity: "", proof: [], fix: ${fix} }; } }] }`);
}

const edit = (path: string, line: number, from: number, to: number, text: string): string => `{ span: { path: "${path}", line: ${line}, column: ${from}, endLine: ${line}, endColumn: ${to} }, text: "${text}" }`;

test("a fix is part of its finding, in order, with the contents that its places are of", async () => {
  const root = tree({ "a.py": "one\ntwo\n", "b.py": "three\n" });
  const { result } = await scanAll({ root, plugins: [wordsPlugin(), fixing(`{ title: "Mend it", edits: [${edit("b.py", 1, 1, 6, "3")}, ${edit("a.py", 2, 1, 1, "x")}, ${edit("a.py", 1, 1, 2, "y")}] }`)] });
  const blob = (path: string): string => execFileSync("git", ["hash-object", path], { cwd: root, encoding: "utf8" }).trim();
  expect(result.findings[0]?.fix?.title).toBe("Mend it");
  expect(result.findings[0]?.fix?.edits.map(({ span, text, blob: id }) => [span.path, span.line, text, id])).toEqual([
    ["a.py", 1, "y", blob("a.py")],
    ["a.py", 2, "x", blob("a.py")],
    ["b.py", 1, "3", blob("b.py")],
  ]);
});

test("a fix of a file that was not scanned is not offered; its finding stays", async () => {
  const { result } = await scanAll({ root: tree({ "a.py": "one\n" }), plugins: [wordsPlugin(), fixing(`{ title: "Mend it", edits: [${edit("gone.py", 1, 1, 1, "x")}] }`)] });
  expect(result.findings).toHaveLength(1);
  expect(result.findings[0]).not.toHaveProperty("fix");
});

test.each([
  ["no title", `{ title: "", edits: [${edit("a.py", 1, 1, 2, "x")}] }`, "a fix has no title"],
  ["no edits", `{ title: "Mend it", edits: [] }`, "a fix has no edits, or one without place and text"],
  ["an edit that ends before it starts", `{ title: "Mend it", edits: [${edit("a.py", 1, 3, 2, "x")}] }`, "a fix has no edits, or one without place and text"],
  ["edits that overlap", `{ title: "Mend it", edits: [${edit("a.py", 1, 1, 3, "x")}, ${edit("a.py", 1, 2, 4, "y")}] }`, "a fix edits a.py:1 twice"],
  ["two insertions at one place", `{ title: "Mend it", edits: [${edit("a.py", 1, 1, 1, "x")}, ${edit("a.py", 1, 1, 1, "y")}] }`, "a fix edits a.py:1 twice"],
])("a fix with %s is its rule's failure", async (_name, fix, reason) => {
  const { result } = await scanAll({ root: tree({ "a.py": "one\n" }), plugins: [fixing(fix)] });
  expect(troubles(result)).toEqual([expect.stringContaining(`Rule fixing/it threw TypeError: ${reason}.`)]);
});
