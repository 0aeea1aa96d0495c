import { expect, test } from "vitest";
import { scan } from "../src/index.ts";
import { pluginFile, routesPlugin, scanAll, temporaryFolder, tree, troubles, wordsPlugin, work } from "./workbench.ts";

const files = { "a.py": "good\n", "b.py": "trouble\n", "c.py": "bad\n" };
const limits = { fileMs: 300, judgeMs: 1_500, linkMs: 1_500, workerMb: 48 };

/** Memory fills up in its own time. */
const limitsOf = (what: string): typeof limits => (what === "exhausts memory" ? { ...limits, fileMs: 60_000, judgeMs: 60_000, linkMs: 60_000 } : what === "sleeps" || what === "never answers" ? { ...limits, fileMs: 200, linkMs: 200 } : limits);

/** An extractor that does something wrong on files with `trouble`, and yields a fact for all others. */
function troubling(what: string): string {
  return pluginFile("faulty", `
    extractors: [{ name: "faulty/x", version: "1", wants: {}, when: "always", extract: ({ text }) => { if (text().includes("trouble")) { ${what} } return { fine: true }; } }],
    analysis: { uses: ["faulty/x"], rules: [], controls: [{ control: "INV-01", *judge(input) { yield { status: "pass", reason: input.facts("faulty/x").length + " files.", proof: [] }; } }] }`);
}

test.each([
  ["throws", `throw new RangeError("no way");`, "threw RangeError: no way."],
  ["throws what is no error", `throw "text";`, "threw something that is not an Error."],
  ["hangs", "for (;;);", "did not finish within 300 ms."],
  ["sleeps", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);", "did not finish within 200 ms."],
  ["exhausts memory", "const all = []; for (;;) all.push(Array(10_000).fill(all.length));", "used more than 48 MB of memory."],
  ["ends its thread", "process.exit(0);", "ended its thread: "],
  ["yields a function", "return { call: () => 1 };", 'yielded a fact that is not JSON: function under "call".'],
  ["yields undefined inside", "return { a: undefined };", 'yielded a fact that is not JSON: undefined under "a".'],
  ["yields a big integer", "return { n: 1n };", 'yielded a fact that is not JSON: bigint under "n".'],
  ["yields what is no number", "return { n: NaN };", 'yielded a fact that is not JSON: NaN under "n".'],
  ["yields a fact that holds itself", "const fact = {}; fact.self = fact; return fact;", "yielded a fact that refers to itself or is nested too deeply for JSON."],
])("an extractor that %s fails on that file alone, and is named", async (name, what, reason) => {
  const { result } = await scanAll({ root: tree(files), plugins: [troubling(what), wordsPlugin()], limits: limitsOf(name) });
  expect(troubles(result)).toEqual([expect.stringContaining(`extract | faulty | b.py | failed | faulty/x ${reason}`), "judge | faulty | partial | One file was not analysed: see there."]);
  expect(result.findings.map(({ span }) => span.path)).toEqual(["c.py"]);
  expect(result.status).toBe("partial");
  expect(result.coverage.failed).toBe(1);
  // Two files are known, one is not: that is no pass.
  expect(result.results.find(({ control }) => control === "INV-01")).toMatchObject({ status: "indeterminate", reason: "2 files. One file or folder could not be analysed." });
});

test("an extractor that waits for longer than it may work is not ended for it", async () => {
  const waiting = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);";
  const { result } = await scanAll({ root: tree(files), plugins: [troubling(waiting)], limits: { ...limits, fileMs: 500 } });
  expect(troubles(result)).toEqual([]);
  expect(result.results.find(({ control }) => control === "INV-01")).toMatchObject({ status: "pass", reason: "3 files." });
});

test("a thrown error is remembered; a hang is tried again by the next scan", async () => {
  for (const [what, remembered] of [["throw new Error('no')", true], ["for (;;);", false]] as const) {
    const request = { root: tree(files), plugins: [troubling(what)], limits, cacheFolder: temporaryFolder() };
    const first = await scanAll(request);
    const second = await scanAll(request);
    expect(work(second).read).toBe(!remembered);
    expect(JSON.stringify(second.result)).toBe(JSON.stringify(first.result));
  }
});

test("an extractor that hangs on file after file is given up, and nothing of it is used", async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`m${index}.py`, index % 2 === 0 ? `trouble ${index}\n` : "bad\n"]));
  const texts = [];
  for (const threads of [1, 4]) {
    const { result } = await scanAll({ root: tree(many), plugins: [troubling("for (;;);"), wordsPlugin()], limits, threads });
    expect(troubles(result)).toEqual(["extract | faulty | failed | faulty/x was given up, as on several files it did not finish within 300 ms. Nothing of what it looks for is known. Report it to the plugin's author."]);
    expect(result.results.find(({ control }) => control === "INV-01")).toMatchObject({ status: "indeterminate", reason: "0 files. 12 files or folders could not be analysed." });
    expect(result.findings).toHaveLength(6);
    texts.push(JSON.stringify(result));
  }
  expect(new Set(texts).size).toBe(1);
});

test("an extractor that cannot be prepared fails on every file; the others do not", async () => {
  const faulty = pluginFile("faulty", `extractors: [{ name: "faulty/x", version: "1", wants: {}, when: "always", prepare: async () => { throw new Error("no grammar"); }, extract: () => ({}) }]`);
  const { result } = await scanAll({ root: tree({ "c.py": "bad" }), plugins: [faulty, wordsPlugin()] });
  expect(troubles(result)).toContain("extract | faulty | c.py | failed | faulty/x could not be prepared: it threw Error: no grammar.");
  expect(result.findings).toHaveLength(1);
});

const meta = (id: string): string => `{ id: "${id}", title: "", why: "", mend: "", messages: { said: "Said." }, controls: [], owasp: [], cwe: [], severity: "low", confidence: "low", stability: "stable" }`;

/** A plugin with a rule and a control that work, and a rule and a control that do something wrong. */
function misjudging(what: string, where: "rule" | "control"): string {
  const report = `{ message: "said", span: { path: "a.py", line: 1, column: 1, endLine: 1, endColumn: 2 }, symbol: "", identity: "", proof: [] }`;
  return pluginFile("faulty", `analysis: { uses: [],
    rules: [{ meta: ${meta("faulty/first")}, *judge() { yield ${report}; } }, { meta: ${meta("faulty/second")}, *judge() { ${where === "rule" ? what : ""} } }],
    controls: [{ control: "INV-01", *judge() { ${where === "control" ? what : ""} yield { status: "pass", reason: "Well.", proof: [] }; } }, { control: "DOC-01", *judge() { yield { status: "pass", reason: "Well.", proof: [] }; } }] }`);
}

test.each([
  ["throws", `throw new Error("no way");`, "threw Error: no way. What it would have said is missing."],
  ["reports a message that it does not have", `yield { message: "other" };`, 'threw TypeError: a report names a message "other" that the rule does not have.'],
  ["reports no place", `yield { message: "said", symbol: "", identity: "", proof: [] };`, "threw TypeError: a report has no place."],
  ["asks for facts that it did not name", "", ""],
])("a rule that %s fails; the plugin's other judges and other plugins do not", async (name, what, reason) => {
  const asks = name.startsWith("asks");
  const plugins = [misjudging(asks ? `arguments[0].facts("words/lines");` : what, "rule"), wordsPlugin()];
  const { result } = await scanAll({ root: tree(files), plugins, limits });
  expect(troubles(result)).toEqual([expect.stringContaining(`judge | faulty | failed | Rule faulty/second ${asks ? 'threw Error: it asked for the facts of "words/lines", which its analysis does not name in "uses".' : reason}`)]);
  expect(result.findings.map(({ rule }) => rule)).toEqual(["faulty/first", "words/bad"]);
  expect(result.results.map(({ control, status }) => `${control} ${status}`)).toEqual(["DOC-01 pass", "INV-01 pass", "SECRET-01 fail"]);
  expect(result.status).toBe("partial");
});

test.each([
  ["hangs", "for (;;);", "did not finish within 1500 ms"],
  ["exhausts memory", "const all = []; for (;;) all.push(Array(10_000).fill(all.length));", "used more than 96 MB of memory"],
  ["ends its thread", "process.exit(0);", "ended its thread"],
])("a rule that %s costs what is left of its plugin, and nothing of others", async (name, what, reason) => {
  const { result } = await scanAll({ root: tree({ ...files, "app.py": "fourwords\nroute GET /items\n" }), plugins: [routesPlugin(), misjudging(what, "rule"), wordsPlugin()], limits: limitsOf(name) });
  expect(troubles(result)).toEqual([
    `judge | faulty | failed | Control DOC-01 of faulty was not run, as rule faulty/second ${reason}. What it would have said is missing. Report it to the plugin's author.`,
    `judge | faulty | failed | Control INV-01 of faulty was not run, as rule faulty/second ${reason}. What it would have said is missing. Report it to the plugin's author.`,
    `judge | faulty | failed | Rule faulty/second ${reason}. What it would have said is missing. Report it to the plugin's author.`,
  ]);
  expect(result.findings.map(({ rule }) => rule)).toEqual(["faulty/first", "routes/open", "words/bad"]);
  expect(result.results.map(({ control, status }) => `${control} ${status}`)).toEqual(["AUTHN-01 pass", "AUTHN-01 fail", "DOC-01 error", "DOC-01 error", "INV-01 error", "INV-01 error", "SECRET-01 fail"]);
  expect(result.results.filter(({ status }) => status === "error").map(({ endpoint = "repository" }) => endpoint)).toEqual(["repository", "GET/itemsapp.py", "repository", "GET/itemsapp.py"]);
});

test("a control that throws is an error, never a pass", async () => {
  const { result } = await scanAll({ root: tree(files), plugins: [misjudging(`throw new Error("no way");`, "control")], limits });
  expect(result.results).toEqual([
    { control: "DOC-01", status: "pass", reason: "Well.", proof: [] },
    { control: "INV-01", status: "error", reason: "Control INV-01 of faulty threw Error: no way.", proof: [] },
  ]);
});

test.each([
  ["throws", `async () => { throw new Error("no way"); }`, "threw Error: no way"],
  ["hangs", "async () => { for (;;); }", "did not finish within 1500 ms"],
  ["never answers", "() => new Promise(() => setInterval(() => {}, 1000))", "did not finish within 200 ms"],
  ["exhausts memory", "async () => { const all = []; for (;;) all.push(Array(10_000).fill(all.length)); }", "used more than 96 MB of memory"],
])("a linker that %s costs the endpoints; what needs none is still judged, and no control passes for want of endpoints", async (name, link, reason) => {
  const { result } = await scanAll({ root: tree({ ...files, "app.py": "fourwords\nroute GET /items\n" }), plugins: [routesPlugin({ link }), wordsPlugin()], limits: limitsOf(name) });
  expect(troubles(result)).toEqual([`link | routes | failed | Linker four ${reason}. What it would have found is missing. Report it to the plugin's author.`]);
  expect(result.endpoints).toEqual([]);
  expect(result.findings.map(({ rule }) => rule)).toEqual(["words/bad"]);
  expect(result.results.map(({ control, status }) => `${control} ${status}`)).toEqual(["AUTHN-01 error", "SECRET-01 fail"]);
  expect(result.status).toBe("partial");
});

test("a linker and a rule that wait for longer than they may work are not ended for it", async () => {
  const waits = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);";
  const plugins = [routesPlugin({ link: `async (input) => { ${waits} return link(input); }`, rules: `[{ ...rule, judge: (input) => { ${waits} return rule.judge(input); } }]` })];
  const request = { root: tree({ "app.py": "fourwords\nroute GET /items\n" }), plugins };
  const { result } = await scanAll({ ...request, limits: { ...limits, judgeMs: 500, linkMs: 500 } });
  expect(troubles(result)).toEqual([]);
  expect(JSON.stringify(result)).toBe(JSON.stringify((await scanAll(request)).result));
});

test("a scan says whether another one would find the same", async () => {
  const lasting = async (what: string, cacheFolder?: string): Promise<boolean> => {
    const scanning = scan({ root, plugins: [{ specifier: troubling(what) }], limits, ...(cacheFolder !== undefined && { cacheFolder }) });
    await scanning.result;
    return scanning.lasting;
  };
  const root = tree(files);
  const cacheFolder = temporaryFolder();
  expect([await lasting("", cacheFolder), await lasting("", cacheFolder)]).toEqual([true, true]);
  expect(await lasting("throw new Error('no');")).toBe(true);
  expect(await lasting("for (;;);")).toBe(false);
});

test("a demanded file whose extractor fails is told to the linker with the reason", async () => {
  const { result } = await scanAll({ root: tree({ "app.py": "fourwords\nuse gone.py\nuse big.py\n", "big.py": "x".repeat(2_000) }), plugins: [routesPlugin()], limits: { ...limits, fileBytes: 1_000 } });
  expect(result.coverage.link.unresolved.map(({ span, reason }) => `${span.path}: ${reason}`)).toEqual(["big.py: 2000 bytes: larger than the limit of 1000. Raise the limit, or exclude it."]);
});

test("what a plugin prints does not reach the host's output", async () => {
  const said: unknown[] = [];
  const write = process.stdout.write;
  process.stdout.write = (text: unknown) => said.push(text) > 0;
  try {
    const loud = pluginFile("loud", `extractors: [{ name: "loud/x", version: "1", wants: {}, when: "always", extract: () => { console.log("LOUD"); return {}; } }],
      analysis: { uses: [], rules: [], controls: [{ control: "INV-01", *judge() { console.log("LOUD"); yield { status: "pass", reason: "", proof: [] }; } }] }`);
    await scanAll({ root: tree(files), plugins: [loud] });
  } finally {
    process.stdout.write = write;
  }
  expect(said.join("")).not.toContain("LOUD");
});

test("a scan that is aborted while a plugin hangs ends with the signal's reason", async () => {
  const { scan } = await import("../src/index.ts");
  for (const specifier of [troubling("for (;;);"), misjudging("for (;;);", "rule"), routesPlugin({ link: "async () => { for (;;); }" })]) {
    const stop = new AbortController();
    const running = scan({ root: tree({ ...files, "d.py": "fourwords" }), plugins: [{ specifier }], signal: stop.signal });
    setTimeout(() => stop.abort(new Error("enough")), 500);
    await expect(running.result).rejects.toThrow("enough");
    const events = [];
    for await (const event of running) events.push(event.kind);
    expect(events).toContain("discovered");
  }
});

test("a signal that was aborted before ends the scan before it begins", async () => {
  const { scan } = await import("../src/index.ts");
  await expect(scan({ root: tree(files), plugins: [], signal: AbortSignal.abort(new Error("never mind")) }).result).rejects.toThrow("never mind");
});

test("a signal that is aborted while files are listed ends the scan with its reason", async () => {
  const { scan } = await import("../src/index.ts");
  const stop = new AbortController();
  const running = scan({ root: tree(Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`f${index}/a.py`, ""]))), plugins: [], signal: stop.signal });
  setImmediate(() => stop.abort(new Error("enough")));
  await expect(running.result).rejects.toThrow(/^enough$/);
});
