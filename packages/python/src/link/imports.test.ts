import { expect, test } from "vitest";
import { inModule, linkSources, pathsIn, type Sources } from "../test-support/link-sources.ts";

interface Case {
  readonly claim: string;
  readonly files: Sources;
  readonly paths: readonly string[];
}

const cases: readonly Case[] = [
  { claim: "an absolute import", files: { "app/__init__.py": "", "app/config.py": `P = "/a"`, "app/main.py": `from app.config import P\n${inModule("app.add(P, h)")}` }, paths: ["/a"] },
  { claim: "a relative import", files: { "app/__init__.py": "", "app/config.py": `P = "/a"`, "app/main.py": `from .config import P\n${inModule("app.add(P, h)")}` }, paths: ["/a"] },
  { claim: "a relative import from two levels up", files: { "app/__init__.py": "", "app/config.py": `P = "/a"`, "app/web/__init__.py": "", "app/web/main.py": `from ..config import P\n${inModule("app.add(P, h)")}` }, paths: ["/a"] },
  { claim: "an alias", files: { "config.py": `P = "/a"`, "main.py": `from config import P as Q\nimport config as c\n${inModule("app.add(Q, h)\napp.add(c.P + '/c', h)")}` }, paths: ["/a", "/a/c"] },
  { claim: "import of a dotted name binds its top", files: { "a/__init__.py": "", "a/b.py": `P = "/a"`, "main.py": `import a.b\n${inModule("app.add(a.b.P, h)")}` }, paths: ["/a"] },
  { claim: "import of a dotted name under an alias binds the module itself", files: { "a/__init__.py": "", "a/b.py": `P = "/a"`, "main.py": `import a.b as x\n${inModule("app.add(x.P, h)")}` }, paths: ["/a"] },
  { claim: "a module of the package, imported from it", files: { "a/__init__.py": "", "a/b.py": `P = "/a"`, "main.py": `from a import b\n${inModule("app.add(b.P, h)")}` }, paths: ["/a"] },
  { claim: "from . import x", files: { "a/__init__.py": "", "a/b.py": `P = "/a"`, "a/main.py": `from . import b\n${inModule("app.add(b.P, h)")}` }, paths: ["/a"] },
  { claim: "from . import x in the package's own file", files: { "a/__init__.py": "from . import b\nQ = b.P", "a/b.py": `P = "/a"`, "main.py": `from a import Q\n${inModule("app.add(Q, h)")}` }, paths: ["/a"] },
  { claim: "a star import", files: { "config.py": `P = "/a"`, "main.py": `from config import *\n${inModule("app.add(P, h)")}` }, paths: ["/a"] },
  { claim: "a star import brings no private names", files: { "config.py": `_P = "/a"`, "main.py": `from config import *\n${inModule("app.add(f'/x{_P}', h)")}` }, paths: ["/x{?}"] },
  { claim: "the last of two star imports", files: { "one.py": `P = "/1"`, "two.py": `P = "/2"`, "main.py": `from one import *\nfrom two import *\n${inModule("app.add(P, h)")}` }, paths: ["/2"] },
  { claim: "star imports through a package", files: { "a/__init__.py": "from .b import *", "a/b.py": "from .c import *", "a/c.py": `P = "/a"`, "main.py": `from a import P\n${inModule("app.add(P, h)")}` }, paths: ["/a"] },
  { claim: "a re-export", files: { "a/__init__.py": "from a.b import P as Q", "a/b.py": `P = "/a"`, "main.py": `from a import Q\n${inModule("app.add(Q, h)")}` }, paths: ["/a"] },
  { claim: "modules that import each other", files: { "one.py": `import two\nP = "/1"\ndef get():\n    return two.Q`, "two.py": `import one\nQ = "/2"`, "main.py": `import one\n${inModule("app.add(one.P, h)\napp.add(one.get(), h)")}` }, paths: ["/1", "/2"] },
  { claim: "an app that other modules add to while it is imported", files: { "core.py": "import mini\napp = mini.App()\nimport routes", "routes.py": `import mini\nfrom core import app\ndef h(): pass\napp.add("/a", h)` }, paths: ["/a"] },
  { claim: "a namespace package", files: { "a/b/c.py": `P = "/a"`, "main.py": `from a.b.c import P\nfrom a.b import c\n${inModule("app.add(P, h)\napp.add(c.P + '/c', h)")}` }, paths: ["/a", "/a/c"] },
  { claim: "a package that code puts on the path", files: { "parts/__init__.py": "", "parts/one/__init__.py": "", "parts/one/config.py": `P = "/a"`, "main.py": `import os, sys\nsys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "parts"))\nfrom one.config import P\n${inModule("app.add(P, h)")}` }, paths: ["/a"] },
  { claim: "a package that nothing puts on the path is none of its modules' folder", files: { "parts/__init__.py": "", "parts/one/__init__.py": "", "parts/one/config.py": `P = "/a"`, "main.py": `from one.config import P\n${inModule("app.add(P, h)")}` }, paths: ["{?}"] },
  { claim: "a src layout", files: { "src/a/__init__.py": "", "src/a/config.py": `P = "/a"`, "src/a/main.py": `from a.config import P\n${inModule("app.add(P, h)")}` }, paths: ["/a"] },
  {
    claim: "two services with modules of the same names",
    files: { "one/app/__init__.py": "", "one/app/config.py": `P = "/1"`, "one/app/main.py": `from app.config import P\n${inModule("app.add(P, h)")}`, "two/app/__init__.py": "", "two/app/config.py": `P = "/2"`, "two/app/main.py": `from app.config import P\n${inModule("app.add(P, h)")}` },
    paths: ["/1", "/2"],
  },
  { claim: "a package comes before a module of its name", files: { "a/__init__.py": `P = "/package"`, "a.py": `P = "/module"`, "main.py": `from a import P\n${inModule("app.add(P, h)")}` }, paths: ["/package"] },
  { claim: "an import inside a function", files: { "config.py": `P = "/a"`, "main.py": inModule("def f():\n    from config import P\n    return P\napp.add(f(), h)") }, paths: ["/a"] },
  {
    claim: "a circle that only type checkers see",
    files: {
      "a.py": `import mini\nfrom b import Error\nP = "/a"`,
      "b.py": `import mini\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from c import C\nclass Error(Exception): pass`,
      "c.py": `import mini\nfrom a import P\napp = mini.App()\nclass C: pass\napp.add(P, lambda: None)`,
    },
    paths: ["/a"],
  },
  { claim: "an import under TYPE_CHECKING", files: { "config.py": `P = "/a"`, "main.py": `from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from config import P\n${inModule('app.add("/x", h)')}` }, paths: ["/x"] },
  { claim: "except ImportError does not run where the import is there", files: { "config.py": `P = "/a"`, "main.py": `try:\n    from config import P\nexcept ImportError:\n    P = "/b"\n${inModule("app.add(P, h)")}` }, paths: ["/a"] },
  { claim: "importlib with a known name", files: { "config.py": `P = "/a"`, "main.py": `import importlib\n${inModule('app.add(importlib.import_module("config").P, h)')}` }, paths: ["/a"] },
  { claim: "importlib with a relative name", files: { "a/__init__.py": "", "a/b.py": `P = "/a"`, "a/main.py": `import importlib\n${inModule('app.add(importlib.import_module(".b", package="a").P, h)')}` }, paths: ["/a"] },
  { claim: "importlib over a list of names", files: { "m/__init__.py": "", "m/one.py": `P = "/1"`, "m/two.py": `P = "/2"`, "main.py": `from importlib import import_module\n${inModule('for n in ["one", "two"]:\n    app.add(import_module(f"m.{n}").P, h)')}` }, paths: ["/1", "/2"] },
  { claim: "pkgutil over a package", files: { "m/__init__.py": "", "m/one.py": `P = "/1"`, "m/two.py": `P = "/2"`, "main.py": `import importlib, pkgutil\nimport m\n${inModule('for info in pkgutil.iter_modules(m.__path__):\n    app.add(importlib.import_module(f"m.{info.name}").P, h)')}` }, paths: ["/1", "/2"] },
  { claim: "a file that pretends to be a library's", files: { "mini_tools.py": `P = "/a"`, "main.py": `from mini_tools import P\n${inModule("app.add(P, h)")}` }, paths: ["/a"] },
  { claim: "an attribute of a module that is set from outside", files: { "config.py": `P = "/a"`, "main.py": `import config\nconfig.P = "/b"\n${inModule("app.add(config.P, h)")}` }, paths: ["/b"] },
];

test.each(cases.map((one) => [one.claim, one] as const))("%s", async (_claim, { files, paths }) => {
  expect(await pathsIn(files)).toEqual(paths);
});

test("a module that is not there is a hole, and is listed as missed", async () => {
  const model = await linkSources({ "a/__init__.py": "", "a/main.py": `from .config import P\n${inModule("app.add(f'/x/{P}', h)")}` });
  expect(model.endpoints.map((endpoint) => endpoint.path)).toEqual(["/x/{?}"]);
  expect(model.missed).toContain("a/config.py");
});

test("modules that nothing leads to are not consulted", async () => {
  const model = await linkSources({ "config.py": `P = "/a"`, "other.py": `Q = "/b"`, "main.py": `from config import P\n${inModule("app.add(P, h)")}` });
  expect(model.consulted).toEqual(["config.py", "main.py"]);
});

test("a file that could not be had is listed with its reason", async () => {
  const sources = { "main.py": `from config import P\n${inModule("app.add(f'/x/{P}', h)")}` };
  const model = await linkSources({ ...sources, "config.py": "" }, { "config.py": "it is too large" });
  expect(model.endpoints.map((endpoint) => endpoint.path)).toEqual(["/x/{?}"]);
  expect(model.coverage.unresolved).toContainEqual(expect.objectContaining({ what: "module", reason: "it is too large", span: expect.objectContaining({ path: "config.py" }) }));
});
