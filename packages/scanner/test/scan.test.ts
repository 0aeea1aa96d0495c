import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pluginFile, routesPlugin, scanAll, settle, temporaryFolder, tree, troubles, wordsPlugin, work, writeTree } from "./workbench.ts";

const shop = {
  "app.py": "fourwords\nroute GET /items\nuse items.py\nuse later.py\n",
  "items.py": "route DELETE /items/{id}\n",
  "other.py": "nothing\n",
  "notes.txt": "route GET /notes\n",
};

test("a scan yields endpoints, findings, results and coverage", async () => {
  const { result } = await scanAll({ root: tree({ ...shop, "words.py": "one\nbad\n" }), plugins: [routesPlugin(), wordsPlugin()], approvedPublic: [{ method: "GET", path: "/items" }] });
  expect(result.endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /items", "DELETE /items/{id}"]);
  expect(result.findings.map(({ rule, message, span }) => `${rule} ${span.path}:${span.line} ${message}`)).toEqual(["routes/open items.py:1 DELETE /items/{id} is open.", "words/bad words.py:2 A bad word in words.py."]);
  expect(result.results.map(({ control, status }) => `${control} ${status}`)).toEqual(["AUTHN-01 pass", "AUTHN-01 fail", "AUTHN-01 fail", "SECRET-01 fail"]);
  expect(result.coverage).toMatchObject({ listed: 5, analysed: 4, parsed: 2, skipped: 0, failed: 0 });
  expect(result).toMatchObject({ target: { name: "shop" }, status: "complete", plugins: [{ name: "routes" }, { name: "words" }] });
  expect(result.outcomes.map(({ plugin, status }) => `${plugin} ${status}`)).toEqual(["routes complete", "words complete"]);
});

test("the same tree gives the same bytes for any number of threads, with and without a cache", async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`package${index % 7}/module${index}.py`, `line\n${index % 3 === 0 ? "fourwords\n" : ""}route GET /m${index}\n${index % 5 === 0 ? "bad\nbad\n" : ""}${"x\n".repeat(index)}`]));
  const root = tree(files);
  const plugins = [routesPlugin(), wordsPlugin()];
  const cacheFolder = temporaryFolder();
  const texts = [];
  for (const threads of [1, 2, 8]) texts.push(JSON.stringify((await scanAll({ root, plugins, threads })).result));
  for (const threads of [2, 1]) texts.push(JSON.stringify((await scanAll({ root, plugins, threads, cacheFolder })).result));
  expect(JSON.parse(texts[0] ?? "").findings.length).toBeGreaterThan(100);
  expect(new Set(texts).size).toBe(1);
});

test("a second scan of an unchanged tree reads and links nothing, and says the same", async () => {
  const request = { root: tree(shop), plugins: [routesPlugin(), wordsPlugin()], cacheFolder: temporaryFolder() };
  await settle();
  const first = await scanAll(request);
  const second = await scanAll(request);
  expect(work(first)).toEqual({ read: true, linked: true });
  expect(work(second)).toEqual({ read: false, linked: false });
  expect(JSON.stringify(second.result)).toBe(JSON.stringify(first.result));
});

test("a change in a file that linking did not use leaves the linked model as it is; its own facts are made anew", async () => {
  const request = { root: tree(shop), plugins: [routesPlugin()], cacheFolder: temporaryFolder() };
  await scanAll(request);
  writeTree(request.root, { "other.py": "something else\n" });
  expect(work(await scanAll(request))).toEqual({ read: true, linked: false });
  expect(work(await scanAll(request))).toEqual({ read: false, linked: false });
});

test("a change in a file that linking used is linked again", async () => {
  const request = { root: tree(shop), plugins: [routesPlugin()], cacheFolder: temporaryFolder() };
  await scanAll(request);
  writeTree(request.root, { "items.py": "route PUT /items/{id}\n" });
  const second = await scanAll(request);
  expect(work(second).linked).toBe(true);
  expect(second.result.endpoints.map(({ method }) => method)).toEqual(["GET", "PUT"]);
});

test("a change that says nothing to linking leaves the linked model as it is, and the next scan knows it", async () => {
  const request = { root: tree(shop), plugins: [routesPlugin(), wordsPlugin()], cacheFolder: temporaryFolder() };
  await scanAll(request);
  writeTree(request.root, { "items.py": `${shop["items.py"]}a line that no route is in\n` });
  await settle();
  const second = await scanAll(request);
  expect(work(second)).toEqual({ read: true, linked: false });
  expect(work(await scanAll(request))).toEqual({ read: false, linked: false });
  expect(JSON.stringify(second.result)).toBe(JSON.stringify((await scanAll({ ...request, cacheFolder: temporaryFolder() })).result));
});

test("a file that linking looked for in vain is linked once it is there", async () => {
  const request = { root: tree(shop), plugins: [routesPlugin()], cacheFolder: temporaryFolder() };
  await scanAll(request);
  writeTree(request.root, { "later.py": "route POST /later\n" });
  const second = await scanAll(request);
  expect(second.result.endpoints.map(({ path }) => path)).toContain("/later");
});

test("a file that starts or ceases to name the framework is linked again", async () => {
  const request = { root: tree(shop), plugins: [routesPlugin()], cacheFolder: temporaryFolder() };
  await scanAll(request);
  writeTree(request.root, { "other.py": "fourwords\nroute GET /other\n" });
  expect((await scanAll(request)).result.endpoints).toHaveLength(3);
  rmSync(join(request.root, "other.py"));
  expect((await scanAll(request)).result.endpoints).toHaveLength(2);
});

test("a change that leaves size and time as they were is seen while the file is young", async () => {
  const request = { root: tree({}), plugins: [wordsPlugin()], cacheFolder: temporaryFolder() };
  writeFileSync(join(request.root, "a.py"), "good\n");
  expect((await scanAll(request)).result.findings).toHaveLength(0);
  writeFileSync(join(request.root, "a.py"), "bad!\n");
  expect((await scanAll(request)).result.findings).toHaveLength(1);
});

test("facts follow their bytes to another folder, not their path", async () => {
  const cacheFolder = temporaryFolder();
  const plugins = [wordsPlugin()];
  await scanAll({ root: tree({ "a.py": "x\nbad\n" }), plugins, cacheFolder });
  const { result } = await scanAll({ root: tree({ "deep/b.py": "x\nbad\n", "deep/c.py": "x\nbad\n" }), plugins, cacheFolder });
  expect(result.findings.map(({ span }) => `${span.path}:${span.line}`)).toEqual(["deep/b.py:2", "deep/c.py:2"]);
});

test("files with the same bytes and different roles are extracted by themselves", async () => {
  const role = pluginFile("role", `extractors: [{ name: "role/of", version: "1", wants: {}, when: "always", extract: ({ file }) => ({ role: file.role }) }],
    analysis: { uses: ["role/of"], rules: [], controls: [{ control: "INV-01", *judge(input) { yield { status: "pass", reason: input.facts("role/of").map(({ path, fact }) => path + " " + fact.role).join(), proof: [] }; } }] }`);
  const { result } = await scanAll({ root: tree({ "a.py": "same", "tests/a.py": "same", "vendor/a.py": "same" }), plugins: [role], cacheFolder: temporaryFolder() });
  expect(result.results.map(({ reason }) => reason)).toEqual(["a.py source,tests/a.py test,vendor/a.py vendored"]);
});

test("other options of a plugin make other facts", async () => {
  const source = pluginFile("option", `options: { type: "object", properties: { word: { type: "string" } }, additionalProperties: false },
    extractors: [{ name: "option/word", version: "1", wants: {}, when: "always", extract: ({ options }) => ({ word: options.word ?? "none" }) }],
    analysis: { uses: ["option/word"], rules: [], controls: [{ control: "INV-01", *judge(input) { yield { status: "pass", reason: input.facts("option/word")[0].fact.word + input.options.word, proof: [] }; } }] }`);
  const { scan } = await import("../src/index.ts");
  const root = tree({ "a.py": "" });
  const cacheFolder = temporaryFolder();
  const reasons = [];
  for (const word of ["one", "two"]) reasons.push((await scan({ root, cacheFolder, plugins: [{ specifier: source, options: { word } }] }).result).results[0]?.reason);
  expect(reasons).toEqual(["oneone", "twotwo"]);
});

test("findings that only a count tells apart keep their identities when lines move", async () => {
  const repeated = pluginFile("twice", `extractors: [{ name: "twice/lines", version: "1", wants: {}, when: "always", extract: ({ text }) => text().split("\\n").flatMap((line, index) => line === "bad" ? [index + 1] : []) }],
    analysis: { uses: ["twice/lines"], controls: [], rules: [{ meta: { id: "twice/bad", title: "", why: "", mend: "", messages: { bad: "Bad." }, controls: [], owasp: [], cwe: [], severity: "low", confidence: "low", stability: "stable" },
      *judge(input) { for (const { path, fact } of input.facts("twice/lines")) for (const line of [...fact].reverse()) yield { message: "bad", span: { path, line, column: 1, endLine: line, endColumn: 2 }, symbol: "f", identity: "bad", proof: [] }; } }] }`);
  const before = await scanAll({ root: tree({ "a.py": "bad\nbad\n" }), plugins: [repeated] });
  const after = await scanAll({ root: tree({ "a.py": "\n\nbad\n\nbad\n" }), plugins: [repeated] });
  const prints = before.result.findings.map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(2);
  expect(after.result.findings.map(({ fingerprint }) => fingerprint)).toEqual(prints);
  expect(after.result.findings.map(({ span }) => span.line)).toEqual([3, 5]);
});

test("what a configuration switched off is not reported, and the result says so", async () => {
  const { result } = await scanAll({
    root: tree({ ...shop, "words.py": "bad\n" }),
    plugins: [routesPlugin(), wordsPlugin()],
    configuration: { origin: "repository", file: "muster.config.json", rulesOff: ["routes/open"], severities: [{ rule: "words/bad", severity: "info" }], approvedPublic: [], describedGuards: [], describedRouters: [], excluded: [], included: [] },
  });
  expect(result.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(["words/bad info"]);
  expect(result.rules.map(({ id, severity }) => `${id} ${severity}`)).toEqual(["routes/open high", "words/bad info"]);
  expect(result.configuration?.rulesOff).toEqual(["routes/open"]);
});

test("patterns let files in and keep files out", async () => {
  const root = tree({ "a.py": "bad", "old/a.py": "bad", "old/keep.py": "bad", "lib/a.py": "bad" });
  const paths = async (patterns: { include?: string[]; exclude?: string[] }): Promise<string[]> => (await scanAll({ root, plugins: [wordsPlugin()], ...patterns })).result.findings.map(({ span }) => span.path);
  expect(await paths({ exclude: ["old/"] })).toEqual(["a.py", "lib/a.py"]);
  expect(await paths({ exclude: ["old/*", "!old/keep.py"] })).toEqual(["a.py", "lib/a.py", "old/keep.py"]);
  expect(await paths({ include: ["lib", "old"], exclude: ["keep.py"] })).toEqual(["lib/a.py", "old/a.py"]);
});

test("a tree that no plugin finds anything in is scanned to the end", async () => {
  const { result } = await scanAll({ root: tree({ "a.py": "nothing" }), plugins: [routesPlugin(), wordsPlugin()] });
  expect(result).toMatchObject({ status: "complete", endpoints: [], findings: [], coverage: { analysed: 1, parsed: 0 } });
  expect(result.results.map(({ control, status }) => `${control} ${status}`)).toEqual(["AUTHN-01 pass", "SECRET-01 pass"]);
});

test("an old file that was not touched is not read again, although another one was", async () => {
  const request = { root: tree({ "a.py": "bad\n", "b.py": "good\n" }), plugins: [wordsPlugin()], cacheFolder: temporaryFolder() };
  await settle();
  await scanAll(request);
  writeFileSync(join(request.root, "b.py"), "also bad\n");
  const second = await scanAll(request);
  expect(second.events.findLast((event) => event.kind === "read")).toMatchObject({ files: 1, ofFiles: 1 });
  expect(second.result.findings).toHaveLength(2);
  expect(troubles(second.result)).toEqual([]);
});
