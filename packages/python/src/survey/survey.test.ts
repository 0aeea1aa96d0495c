import type { CallQuery, ObservedCall } from "@muster/contract";
import { expect, test } from "vitest";
import { linkSources } from "../test-support/link-sources.ts";

const query: CallQuery = { hints: ["lib"], callees: ["lib.read", "lib.Client", "lib.Client().get"], keywords: ["verify"], attributes: ["check"], settings: ["LIB"] };

/** What is observed of one module, or several: the callee, its arguments and whether evaluation came by. */
async function observed(code: string, others: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  return (await calls(code, others)).map(({ callee, args, keywords, reached }) => `${callee}(${[...args.map(shown), ...keywords.map(({ name, value }) => `${name}=${shown(value)}`)].join(", ")})${reached ? "" : " unreached"}`);
}

async function calls(code: string, others: Readonly<Record<string, string>> = {}): Promise<readonly ObservedCall[]> {
  return (await linkSources({ "main.py": code, ...others }, {}, [query])).calls ?? [];
}

function shown(term: ObservedCall["args"][number]): string {
  return term.kind === "const" ? `${JSON.stringify(term.value)}${term.byDefault ? "?" : ""}` : term.kind;
}

test("calls in functions that nothing calls are seen, with what the function makes of the arguments", async () => {
  expect(await observed("import lib\ndef f(x):\n    options = 'a'\n    options += 'b'\n    return lib.read(x, options)\n")).toEqual(['lib.read(unknown, "ab")']);
});

test("arguments are followed through methods, closures and other files", async () => {
  const code = "import lib\nfrom settings import MODE\nclass A:\n    def __init__(self):\n        self.mode = MODE\n    def run(self):\n        def inner():\n            return lib.read(self.mode)\n        return inner()\n";
  expect(await observed(code, { "settings.py": "MODE = 'strict'\n" })).toEqual(['lib.read("strict")']);
});

test("the default of a parameter is what a caller may replace", async () => {
  expect(await observed("import lib\ndef f(mode='strict'):\n    lib.read(mode)\n")).toEqual(['lib.read("strict"?)']);
});

test("where endpoints come by, their arguments count, and not the defaults", async () => {
  const [call] = await calls("import lib\ndef f(mode='strict'):\n    lib.read(mode)\ndef h():\n    f('loose')\nimport mini\napp = mini.App()\napp.add('/h', h)\n");
  expect(call && shown(call.args[0] ?? { kind: "unknown", reason: "" })).toBe('"loose"');
  expect(call?.within).toEqual(["main.h", "main.f"]);
});

test("where a function beside calls it, what that gives counts, and not the defaults", async () => {
  expect(await observed("import lib\nclass A:\n    def __init__(self, mode='loose'):\n        lib.read(mode)\ndef make():\n    return A('strict')\n")).toEqual(['lib.read("strict")']);
});

test("modules that a call does not depend on are not loaded for it", async () => {
  const model = await linkSources({ "client.py": "import lib\nimport big\nfrom settings import MODE\ndef f():\n    big.prepare()\n    lib.read(MODE)\n", "big.py": "def prepare(): pass\n", "settings.py": "MODE = 'strict'\n" }, {}, [query]);
  expect(model.calls?.map(({ args }) => args.map(shown))).toEqual([['"strict"']]);
  expect(model.consulted).toContain("settings.py");
  expect(model.consulted).not.toContain("big.py");
});

test("a call that another library's import names is none", async () => {
  expect(await observed("import lib, other\ndef f():\n    other.read('x')\n    lib.read('y')\n")).toEqual(['lib.read("y")']);
});

test("methods are named for what made their object, under any name of the import", async () => {
  expect(await observed("from lib import Client as C\nclient = C(verify=False)\ndef f():\n    client.get('/')\n")).toEqual(["lib.Client(verify=false)", 'lib.Client().get("/")']);
});

test("assignments to attributes and to settings are seen", async () => {
  expect(await observed("import lib\nLIB = {'a': 1}\ndef f(config):\n    client = lib.Client()\n    client.check = False\n    config['LIB'] = 2\n")).toEqual(["LIB(dict)", "lib.Client()", "lib.Client().check(false)", "LIB(2)"]);
});

test("a keyword asks for any call out of the repository, and for none of the repository's own", async () => {
  expect(await observed("import lib, other\ndef own(verify):\n    return verify\nother.send(verify=False)\nown(verify=False)\n")).toEqual(["other.send(verify=false)"]);
});

test("what evaluation does not come by is there, unreached", async () => {
  expect(await observed("import lib\ndef f():\n    return\n    lib.read('x')\n")).toEqual(["lib.read() unreached"]);
});

test("another function of the name, and a module that names the library in nothing, are not", async () => {
  expect(await observed("import other\n# lib\ndef f(text):\n    other.read('x')\n    text.read('y')\n")).toEqual([]);
  expect(await observed("import json\njson.loads('{}')\n")).toEqual([]);
});

test("a function whose parameters are open has arguments beyond those that are seen", async () => {
  const [call] = await calls("import lib\ndef f(**more):\n    lib.read('x', **more)\n");
  expect(call?.open).toBe(true);
});

test("the arguments are there as they are written", async () => {
  const [call] = await calls("import lib\nlib.read('x', verify=False)\n");
  expect(call?.written?.arguments).toMatchObject([{ literal: "x" }, { name: "verify", literal: false, span: { line: 2, column: 22, endColumn: 27 } }]);
  expect(call?.written?.end).toMatchObject({ line: 2, column: 27, endColumn: 27 });
});

test("what is read off the result is told where that is all that becomes of it", async () => {
  const keysIn = async (body: string): Promise<readonly string[] | undefined> => (await calls(`import lib\ndef f(x):\n    ${body}\n`))[0]?.resultKeys;
  expect(await keysIn("return lib.read(x)['a']")).toEqual(["a"]);
  expect(await keysIn("r = lib.read(x)\n    if 'b' in r: return r['b'], r.get('a')")).toEqual(["a", "b"]);
  expect(await keysIn("r = lib.read(x)\n    return r['b'], r")).toBeUndefined();
  expect(await keysIn("return lib.read(x)")).toBeUndefined();
});
