import type { Edit, Fix } from "@muster/contract";
import { expect, test } from "vitest";
import { brokenFixes } from "./broken-fixes.ts";
import type { Run } from "./run-plugins.ts";

/** A rule that reports every `bad`, and `worse` besides, and offers this fix for the first. */
function runOf(fix: Fix | undefined): (files: readonly { readonly path: string; readonly text: string }[]) => Promise<Run> {
  return async (files) => {
    const said = files.flatMap(({ path, text }) =>
      [...text.matchAll(/bad|worse/gu)].map(([word], index) => {
        const span = { path, line: 1, column: 1, endLine: 1, endColumn: 2 };
        return { rule: "words/bad", message: "found", text: "Found.", severity: "low" as const, confidence: "low" as const, report: { message: "found", span, symbol: "", identity: word, proof: [], ...(index === 0 && fix !== undefined && { fix }) } };
      }),
    );
    return { applications: [], endpoints: [], said, results: [], models: [] };
  };
}

const files = [{ path: "a.py", text: "bad bad\n" }];
const edit = (text: string, path = "a.py"): Edit => ({ span: { path, line: 1, column: 1, endLine: 1, endColumn: 4 }, text });
const problems = async (fix: Fix | undefined): Promise<string[]> => brokenFixes(await runOf(fix)(files), files, runOf(fix));

test("a fix that takes its report away, and no other, is sound", async () => {
  expect(await problems({ title: "Mend", edits: [edit("good")] })).toEqual([]);
  expect(await problems(undefined)).toEqual([]);
});

test.each([
  ["changes nothing of it", [edit("bad")], ["words/bad at a.py:1: its fix does not take it away"]],
  ["brings another report", [edit("worse")], ["words/bad at a.py:1: its fix brings words/bad at a.py:1"]],
  ["edits a file that there is not", [edit("good", "b.py")], ["words/bad at a.py:1: its fix edits b.py, which is not in the case"]],
])("a fix that %s is not", async (_name, edits, said) => {
  expect(await problems({ title: "Mend", edits })).toEqual(said);
});
