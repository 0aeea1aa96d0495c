import { expect, test } from "vitest";
import { indexModules } from "../modules/module-index.ts";
import { loadPythonParser } from "../parse/parser.ts";
import { summarise } from "../parse/summarise.ts";
import { ForcedImports } from "./forced-imports.ts";

/** What is asked for, round by round, until nothing more is. */
async function rounds(sources: Readonly<Record<string, string>>, start: string, makers: readonly string[] = []): Promise<string[][]> {
  const parser = await loadPythonParser();
  const summaries = new Map([[start, summarise(parser, sources[start] ?? "")]]);
  const forced = new ForcedImports(indexModules(Object.keys(sources)), summaries, (path) => new Set(path === start ? makers : []));
  const out: string[][] = [];
  for (let open = forced.follow([start]); open.length > 0; open = forced.follow(open)) {
    out.push(open.sort());
    for (const path of open) summaries.set(path, summarise(parser, sources[path] ?? ""));
  }
  return out;
}

const other = { "a.py": "class A: pass\n", "b.py": "def b(): pass\n", "c.py": "C = 1\n" };

test.each([
  ["a base class", "from a import A\nclass B(A): pass", [["a.py"]]],
  ["a decorator", "from b import b\n@b\ndef f(): pass", [["b.py"]]],
  ["a default", "from c import C\ndef f(x=C): pass", [["c.py"]]],
  ["the annotations of what is decorated", "from a import A\nfrom b import b\n@b\ndef f(x: A): pass", [["a.py", "b.py"]]],
  ["a call under a condition", "from b import b\nimport os\nif os.environ.get('B'):\n    b()", [["b.py"]]],
  ["what a function that is called uses", "from c import C\ndef f():\n    return C\nf()", [["c.py"]]],
  ["an import inside a function that is called", "def f():\n    from c import C\n    return C\nx = f()", [["c.py"]]],
  ["an attribute of a module", "import c\nX = c.C", [["c.py"]]],
  ["nothing but a use in a function", "from a import A\ndef f():\n    return A()", []],
  ["nothing but a use for types", "from typing import TYPE_CHECKING\nfrom a import A\nif TYPE_CHECKING:\n    x = A()", []],
  ["nothing but an annotation", "from a import A\nx: A", []],
  ["nothing but a program's start", "from b import b\nif __name__ == '__main__':\n    b()", []],
])("running a module leads to %s", async (_what, code, expected) => {
  expect(await rounds({ ...other, "main.py": `${code}\n` }, "main.py")).toEqual(expected);
});

test("a name is followed through packages that hand it on", async () => {
  const sources = { "main.py": "from pkg import A\nclass B(A): pass\n", "pkg/__init__.py": "from .inner import A, Z\n", "pkg/inner.py": "from .deep import *\n", "pkg/deep.py": "class A: pass\n", "pkg/unused.py": "" };
  expect(await rounds(sources, "main.py")).toEqual([["pkg/__init__.py"], ["pkg/inner.py"], ["pkg/deep.py"]]);
});

test("a module of a package is found behind the package", async () => {
  expect(await rounds({ "main.py": "from pkg import views\nviews.add()\n", "pkg/__init__.py": "", "pkg/views.py": "" }, "main.py")).toEqual([["pkg/__init__.py"], ["pkg/views.py"]]);
});

test("a function that makes an application runs, though nothing here calls it", async () => {
  const sources = { ...other, "main.py": "from fw import App\nfrom b import b\ndef create():\n    app = App()\n    b(app)\n" };
  expect(await rounds(sources, "main.py")).toEqual([]);
  expect(await rounds(sources, "main.py", ["App"])).toEqual([["b.py"]]);
});

test("imports in a circle end", async () => {
  expect(await rounds({ "main.py": "from a import A\nA()\n", "a.py": "from b import A\n", "b.py": "from a import A\n" }, "main.py")).toEqual([["a.py"], ["b.py"]]);
});
