import { expect, test } from "vitest";
import { inModule, linkSources, pathsOf } from "../test-support/link-sources.ts";

interface Case {
  readonly claim: string;
  readonly code: string;
  readonly paths: readonly string[];
}

const cases: readonly Case[] = [
  { claim: "a function's result", code: `def p(x):\n    return "/" + x\napp.add(p("a"), h)`, paths: ["/a"] },
  { claim: "a default argument", code: `def p(x="a"):\n    return "/" + x\napp.add(p(), h)`, paths: ["/a"] },
  { claim: "a default is the value of its definition", code: `X = "a"\ndef p(x=X):\n    return "/" + x\nX = "b"\napp.add(p(), h)`, paths: ["/a"] },
  { claim: "keywords, stars and double stars", code: `def p(*xs, **kw):\n    return "/" + "/".join(xs) + "/" + kw["y"]\napp.add(p("a", "b", y="c"), h)`, paths: ["/a/b/c"] },
  { claim: "a list backwards", code: `for x in ["/a", "/b"][::-1][:1]:\n    app.add(x, h)\napp.add("c/"[::-1], h)`, paths: ["/b", "/c"] },
  { claim: "keyword-only parameters", code: `def p(*, x, y="b"):\n    return f"/{x}{y}"\napp.add(p(x="a"), h)`, paths: ["/ab"] },
  { claim: "both ways of an unknown branch", code: `import sys\ndef p():\n    if sys.argv:\n        return "/a"\n    return "/b"\napp.add(p(), h)`, paths: ["/a", "/b"] },
  { claim: "what is in both of two possible dicts is in either", code: `import sys\nd = {"a": 1, "b": 2} if sys.argv else {"a": 3}\nif "a" in d:\n    app.add("/a", h)\nelse:\n    app.add("/no", h)\nif "c" in d:\n    app.add("/no", h)`, paths: ["/a"] },
  { claim: "one way of a known branch", code: `def p(x):\n    if x:\n        return "/a"\n    return "/b"\napp.add(p(False), h)`, paths: ["/b"] },
  { claim: "a closure", code: `def outer(x):\n    def inner(y):\n        return f"/{x}/{y}"\n    return inner\napp.add(outer("a")("b"), h)`, paths: ["/a/b"] },
  { claim: "closures keep their own values", code: `def outer(x):\n    return lambda: "/" + x\na, b = outer("a"), outer("b")\napp.add(a(), h)\napp.add(b(), h)`, paths: ["/a", "/b"] },
  { claim: "functools.partial", code: `from functools import partial\ndef p(x, y):\n    return f"/{x}/{y}"\nq = partial(p, "a", y="b")\napp.add(q(), h)`, paths: ["/a/b"] },
  { claim: "functools.lru_cache is transparent", code: `from functools import lru_cache\n@lru_cache\ndef p():\n    return "/a"\n@lru_cache(maxsize=1)\ndef q():\n    return "/b"\napp.add(p(), h)\napp.add(q(), h)`, paths: ["/a", "/b"] },
  { claim: "a decorator with functools.wraps", code: `import functools\ndef slash(fn):\n    @functools.wraps(fn)\n    def inner(*args, **kw):\n        return "/" + fn(*args, **kw)\n    return inner\n@slash\ndef p(x):\n    return x\napp.add(p("a"), h)`, paths: ["/a"] },
  { claim: "decorators run from the bottom up", code: `def add(x):\n    def deco(fn):\n        return lambda: fn() + x\n    return deco\n@add("/b")\n@add("/a")\ndef p():\n    return ""\napp.add(p(), h)`, paths: ["/a/b"] },
  { claim: "a registering decorator", code: `def at(path):\n    def deco(fn):\n        app.add(path, fn)\n        return fn\n    return deco\n@at("/a")\ndef a(): pass\n@at("/b")\ndef b(): pass`, paths: ["/a", "/b"] },
  { claim: "a function that changes its argument", code: `def fill(xs):\n    xs.append("/a")\nxs = []\nfill(xs)\nfor x in xs:\n    app.add(x, h)`, paths: ["/a"] },
  { claim: "a builder that returns itself", code: `class B:\n    def __init__(self):\n        self.parts = []\n    def then(self, x):\n        self.parts.append(x)\n        return self\n    def done(self):\n        return "/" + "/".join(self.parts)\napp.add(B().then("a").then("b").done(), h)`, paths: ["/a/b"] },
  { claim: "an app that a factory makes", code: `def make():\n    inner = mini.App()\n    inner.add("/a", h)\n    return inner\nmade = make()`, paths: ["/a"] },
  { claim: "an app that a factory makes and nobody calls", code: `def create_app():\n    inner = mini.App()\n    inner.add("/a", h)\n    return inner`, paths: ["/a"] },
  { claim: "what a call in a factory certainly raises does not hide the rest", code: `class Base:\n    def register(self, a):\n        raise NotImplementedError\ndef create_app():\n    inner = mini.App()\n    inner.add("/a", h)\n    Base().register(inner)\n    inner.add("/b", h)\n    return inner`, paths: ["/a", "/b"] },
  { claim: "what a call certainly raises goes to the handler around it", code: `def fail():\n    raise ValueError\ndef load():\n    fail()\n    app.add("/no", h)\ndef create_app():\n    try:\n        load()\n        app.add("/no", h)\n    except ValueError:\n        app.add("/a", h)\ncreate_app()`, paths: ["/a"] },
  { claim: "a coroutine that is awaited", code: `async def p():\n    return "/a"\nasync def run():\n    app.add(await p(), h)\nimport asyncio\nasyncio.run(run())`, paths: ["/a"] },
  { claim: "a coroutine that is not awaited does nothing", code: `async def run():\n    app.add("/a", h)\nrun()`, paths: [] },
  { claim: "a generator that nobody iterates does nothing", code: `def run():\n    app.add("/a", h)\n    yield\nrun()`, paths: [] },
  { claim: "a raise ends the function", code: `def f():\n    app.add("/a", h)\n    raise ValueError()\n    app.add("/b", h)\ntry:\n    f()\nexcept ValueError:\n    app.add("/c", h)`, paths: ["/a", "/c"] },
  { claim: "finally runs in any case", code: `try:\n    app.add("/a", h)\nfinally:\n    app.add("/b", h)`, paths: ["/a", "/b"] },
  { claim: "the else of a try runs where nothing was raised", code: `try:\n    x = 1\nexcept ValueError:\n    pass\nelse:\n    app.add("/a", h)`, paths: ["/a"] },
  { claim: "a name that is set in both branches has both values", code: `import sys\nif sys.argv:\n    p = "/a"\nelse:\n    p = "/b"\napp.add(p, h)`, paths: ["/a", "/b"] },
  { claim: "a function object's attribute", code: `def p(): pass\np.path = "/a"\napp.add(p.path, h)`, paths: ["/a"] },
  { claim: "a function's name", code: `def items(): pass\napp.add("/" + items.__name__, h)`, paths: ["/items"] },
  { claim: "functions in a dict", code: `def a(): return "/a"\ndef b(): return "/b"\nfor fn in {"a": a, "b": b}.values():\n    app.add(fn(), h)`, paths: ["/a", "/b"] },
];

test.each(cases.map((one) => [one.claim, one] as const))("%s", async (_claim, { code, paths }) => {
  expect(await pathsOf(code)).toEqual(paths);
});

test("what is handed on by * keeps the conditions under which it was in the list", async () => {
  const model = await linkSources({ "main.py": inModule(`import os\npaths = ["/a"]\nif os.environ.get("DEBUG"):\n    paths.append("/b")\ndef add(*given):\n    for path in given:\n        app.add(path, h)\nadd(*paths)`) });
  expect(model.endpoints.map(({ path, conditions }) => [path, conditions.map((one) => one.text)])).toEqual([["/a", []], ["/b", [`os.environ.get("DEBUG")`]]]);
});
