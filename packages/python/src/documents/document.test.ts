import { expect, test } from "vitest";
import { linkSources, type Sources } from "../test-support/link-sources.ts";
import { pathFrom } from "./document.ts";

const main = (name: string): string => `import mini\napp = mini.App()\ndef h(): pass\napp.describe(${JSON.stringify(name)}, h)\n`;
const api = "paths:\n  /a: {}\n  /b: {}\n";
const reasonsIn = async (sources: Sources, failed: Sources = {}): Promise<string[]> => (await linkSources(sources, failed)).coverage.unresolved.map((one) => one.reason);

test("a document that a framework asks for is read in the next round", async () => {
  const model = await linkSources({ "main.py": main("api.yml"), "api.yml": api });
  expect(model.endpoints.map((endpoint) => endpoint.path)).toEqual(["/a", "/b"]);
  expect(model.consulted).toEqual(["api.yml", "main.py"]);
  expect(model.missed).not.toContain("api.yml");
});

test("places are those of the document", async () => {
  const model = await linkSources({ "main.py": main("api.yml"), "api.yml": api });
  expect(model.endpoints.map(({ span }) => span)).toEqual([
    { path: "api.yml", line: 2, column: 3, endLine: 2, endColumn: 5 },
    { path: "api.yml", line: 3, column: 3, endLine: 3, endColumn: 5 },
  ]);
});

test("a document lies relative to the module that names it", async () => {
  const model = await linkSources({ "service/app/main.py": main("../spec/api.json"), "service/spec/api.json": '{"paths": {"/in-folder": {}}}', "spec/api.json": '{"paths": {"/wrong": {}}}' });
  expect(model.endpoints.map((endpoint) => endpoint.path)).toEqual(["/in-folder"]);
  expect(model.consulted).toContain("service/spec/api.json");
});

test("a document that is not there is remembered as looked for, so that its appearance counts", async () => {
  const model = await linkSources({ "main.py": main("api.yml") });
  expect(model.endpoints).toEqual([]);
  expect(model.missed).toContain("api.yml");
  expect(model.consulted).toEqual(["main.py"]);
  expect(await reasonsIn({ "main.py": main("api.yml") })).toEqual(["absent"]);
});

test("a document that is no YAML says why, and is consulted: once mended it is read", async () => {
  const sources = { "main.py": main("api.yml"), "api.yml": "paths: [\n" };
  expect(await reasonsIn(sources)).toEqual([expect.stringMatching(/^api\.yml could not be read: line \d is no YAML/)]);
  expect((await linkSources(sources)).consulted).toContain("api.yml");
});

test("a document that the host could not extract says why", async () => {
  expect(await reasonsIn({ "main.py": main("api.yml"), "api.yml": api }, { "api.yml": "5000000 bytes" })).toEqual(["api.yml could not be read: 5000000 bytes"]);
});

test("nothing but documents is read as one", async () => {
  expect(await reasonsIn({ "main.py": main("secrets.txt"), "secrets.txt": api })).toEqual([expect.stringContaining("is no document by its name")]);
});

test.each([
  ["", "api.yml", "api.yml"],
  ["a/b", "./c.yml", "a/b/c.yml"],
  ["a/b", "../c.yml", "a/c.yml"],
  ["a", "../../c.yml", undefined],
  ["a", "/etc/passwd.yml", undefined],
  ["a", "https://host/c.yml", undefined],
])("from %j, %j is %j", (folder, path, expected) => {
  expect(pathFrom(folder, path)).toBe(expected);
});
