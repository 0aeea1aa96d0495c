import { contractVersion, defineRule, type Json, type Plugin, type Report } from "@muster/contract";
import { expect, test } from "vitest";
import { damaged, damages } from "./break-syntax.ts";
import { outlineOf } from "./outline.ts";
import { runPlugins, type RunRequest } from "./run-plugins.ts";

/** Reports every line with `TODO`; `fact` says what its extractor makes of the line numbers, `use` what its rule does to them. */
function todoPlugin(fact: (lines: number[]) => Json, use: (fact: Json) => void = () => {}): Plugin {
  return {
    contract: contractVersion,
    name: "todo",
    version: "1",
    extractors: [{ name: "todo/lines", version: "1", wants: { extensions: [".py"] }, when: "always", extract: ({ text }) => fact(text().split("\n").flatMap((line, index) => (line.includes("TODO") ? [index + 1] : []))) }],
    analysis: {
      uses: ["todo/lines"],
      controls: [],
      rules: [
        defineRule({
          meta: { id: "todo/left", title: "t", why: "w", mend: "m", messages: { left: "{count} left in {path}" }, controls: [], owasp: [], cwe: [], severity: "low", confidence: "high", stability: "stable" },
          *judge(input): Generator<Report<"left">> {
            for (const { path, fact } of input.facts("todo/lines")) {
              use(fact);
              const count = Array.isArray(fact) ? fact.length : 0;
              if (count > 0) yield { message: "left", data: { count: String(count), path }, span: { path, line: 1, column: 1, endLine: 1, endColumn: 1 }, symbol: "", identity: "", proof: [] };
            }
          },
        }),
      ],
    },
  };
}

const files = [
  { path: "a.py", text: "# TODO\n# TODO\n" },
  { path: "b.py", text: "# TODO\n" },
  { path: "c.txt", text: "TODO\n" },
];
const run = (plugin: Plugin, other: Partial<RunRequest> = {}): ReturnType<typeof runPlugins> => runPlugins({ files, plugins: [{ plugin, options: {} }], approvedPublic: [], order: "sorted", roundTrip: false, ...other });

test("rules see the facts of the files that their extractor wants, and their texts are filled in", async () => {
  expect((await run(todoPlugin((lines) => lines))).said.map((one) => one.text)).toEqual(["2 left in a.py", "1 left in b.py"]);
});

test("a plugin that keeps state between files is given away by the other order", async () => {
  let seen = 0;
  const counting = (): Plugin => todoPlugin((lines) => [...lines, ...Array.from({ length: seen++ }, () => 0)]);
  const sorted = outlineOf(await run(counting()));
  seen = 0;
  expect(outlineOf(await run(counting(), { order: "reversed" }))).not.toBe(sorted);
});

test("a pure plugin says the same in every order and through JSON", async () => {
  const sorted = outlineOf(await run(todoPlugin((lines) => lines)));
  expect(outlineOf(await run(todoPlugin((lines) => lines), { order: "reversed", roundTrip: true }))).toBe(sorted);
});

test("a rule that changes a fact is caught", async () => {
  const greedy = todoPlugin((lines) => lines, (fact) => Array.isArray(fact) && fact.push(0));
  await expect(run(greedy, { roundTrip: true })).rejects.toThrow("not extensible");
});

test("a message whose text asks for more than was given is refused", async () => {
  const plugin = todoPlugin((lines) => lines);
  const rule = { meta: { ...plugin.analysis?.rules[0]?.meta, messages: { left: "{missing}" } } };
  const broken = { ...plugin, analysis: { uses: ["todo/lines"], controls: [], rules: [{ ...plugin.analysis?.rules[0], ...rule }] } } as Plugin;
  await expect(run(broken)).rejects.toThrow('todo/left reported "left" without the `missing`');
});

test("every damage changes every Python file and no other", () => {
  for (const damage of damages) {
    const changed = damaged({ name: "x", files }, damage).files.filter((file, index) => file.text !== files[index]?.text);
    expect(changed.map((file) => file.path), damage.name).toEqual(["a.py", "b.py"]);
  }
});
