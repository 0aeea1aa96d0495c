import { expect, test } from "vitest";
import { inModule, linkSources, pathsIn, pathsOf, traceOf } from "../test-support/link-sources.ts";

test("an endless loop runs once, and what it adds is known", async () => {
  expect(await pathsOf(`while True:\n    app.add("/a", h)`)).toEqual(["/a"]);
});

test("an endless loop with a way out is left by it", async () => {
  expect(await pathsOf(`import os\nwhile True:\n    app.add("/a", h)\n    if os.getenv("X"):\n        break\napp.add("/b", h)`)).toEqual(["/a", "/b"]);
});

test("a function that calls itself ends", async () => {
  expect(await pathsOf(`def f(n):\n    app.add("/a", h)\n    return f(n + 1)\nf(0)\napp.add("/b", h)`)).toContain("/b");
});

test("functions that call each other end", async () => {
  expect(await pathsOf(`def f():\n    return g()\ndef g():\n    return f()\nf()\napp.add("/b", h)`)).toEqual(["/b"]);
});

test("a long range is cut off, and the rest of the module is read", async () => {
  const paths = await pathsOf(`for i in range(10 ** 9):\n    pass\nfor i in range(1_000_000_000):\n    app.add("/a", h)\napp.add("/b", h)`);
  expect(paths).toContain("/b");
});

test("work that grows with a power of its depth meets the budget", async () => {
  const functions = Array.from({ length: 40 }, (_, index) => `def f${index}():\n    ${index === 0 ? "return 1" : `f${index - 1}()\n    f${index - 1}()`}`).join("\n");
  const model = await linkSources({ "main.py": inModule(`app.add("/first", h)\n${functions}\nf39()`) });
  expect(model.endpoints.map((endpoint) => endpoint.path)).toEqual(["/first"]);
  expect(model.coverage.unresolved).toEqual([expect.objectContaining({ what: "module", reason: expect.stringContaining("budget") })]);
});

test("loops within loops meet the budget", async () => {
  const loops = Array.from({ length: 8 }, (_, index) => `${"    ".repeat(index)}for x${index} in range(999):`).join("\n");
  expect(await pathsOf(`app.add("/first", h)\n${loops}\n${"    ".repeat(8)}pass`)).toEqual(["/first"]);
});

test("a text that doubles itself stays bounded", async () => {
  expect(await pathsOf(`s = "x"\nfor i in range(100):\n    s = s + s\napp.add("/b", h)`)).toEqual(["/b"]);
});

test("a list that doubles itself stays bounded", async () => {
  expect(await pathsOf(`xs = [1]\nfor i in range(100):\n    xs = xs + xs\napp.add("/b", h)`)).toEqual(["/b"]);
});

test("a list that is added to itself stays bounded", async () => {
  expect(await pathsOf(`xs = [1]\nfor i in range(100):\n    xs += xs\n    xs.extend(xs)\napp.add("/b", h)`)).toEqual(["/b"]);
});

test("a replacement that doubles a text stays bounded", async () => {
  expect(await pathsOf(`s = "x"\nfor i in range(100):\n    s = s.replace("x", "xx" * 50)\n    s = "".join([s, s])\n    s = f"{s}{s}"\napp.add("/b", h)`)).toEqual(["/b"]);
});

test("nested collections of great width stay bounded in traces", async () => {
  const row = Array.from({ length: 60 }, () => "x").join(", ");
  const trace = await traceOf(`import store\ndef h():\n    x = 1\n${Array.from({ length: 6 }, () => `    x = [${row}]`).join("\n")}\n    store.put(x)`);
  expect(trace.events).toHaveLength(1);
});

test("a condition that doubles in every line stays bounded", async () => {
  const trace = await traceOf(`import store\ndef h():\n    x = store.get()\n${Array.from({ length: 100 }, () => "    x = x == x").join("\n")}\n    if x:\n        store.put()`);
  expect(trace.events.length).toBeGreaterThan(1);
});

test("a list that grows while it is walked stays bounded", async () => {
  expect(await pathsOf(`xs = [1]\nfor x in xs:\n    xs.append(x)\napp.add("/b", h)`)).toEqual(["/b"]);
});

test("a list that holds itself is walked once", async () => {
  expect(await pathsOf(`xs = ["/a"]\nxs.append(xs)\nfor x in xs:\n    app.add(x, h)\nxs == xs\nstr(xs)\nxs in xs`)).toContain("/a");
});

test("an object that holds itself is no trouble", async () => {
  expect(await pathsOf(`class C: pass\nc = C()\nc.c = c\napp.add("/a", c.c.c)\napp.add("/b", h)\nf"{c}"`)).toContain("/b");
});

test("an app that includes itself ends", async () => {
  expect(await pathsOf(`app.add("/a", h)\napp.include(app)`)).toContain("/a");
});

test("modules that import each other by star end", async () => {
  expect(await pathsIn({ "one.py": "from two import *", "two.py": "from one import *", "main.py": `from one import P\n${inModule('app.add("/a", h)\napp.add(f"/x{P}", h)')}` })).toEqual(["/a", "/x{?}"]);
});

test("a module that imports itself ends", async () => {
  expect(await pathsIn({ "main.py": `import main\nfrom main import app as again\n${inModule('app.add("/a", h)')}` })).toEqual(["/a"]);
});

test("a name that is imported in a circle is a hole", async () => {
  expect(await pathsIn({ "one.py": "from two import P", "two.py": "from one import P", "main.py": `from one import P\n${inModule('app.add(f"/x/{P}", h)')}` })).toEqual(["/x/{?}"]);
});

test("a class that is its own base ends", async () => {
  expect(await pathsOf(`class A(A): pass\nclass B(A): pass\napp.add("/a", h)\nA().x\nB.y`)).toEqual(["/a"]);
});

test("a decorator that decorates itself ends", async () => {
  expect(await pathsOf(`def d(fn):\n    @d\n    def inner(): pass\n    return inner\n@d\ndef f(): pass\napp.add("/a", h)`)).toEqual(["/a"]);
});

test("a property that reads itself ends", async () => {
  expect(await pathsOf(`class C:\n    @property\n    def p(self): return self.p\nC().p\napp.add("/a", h)`)).toEqual(["/a"]);
});

test("__getattr__ that asks itself ends", async () => {
  expect(await pathsOf(`class C:\n    def __getattr__(self, n): return getattr(self, n + "x")\nC().p\napp.add("/a", h)`)).toEqual(["/a"]);
});

test("an __iter__ that returns what iterates it ends", async () => {
  expect(await pathsOf(`class C:\n    def __iter__(self): return iter(self)\nfor x in C():\n    pass\napp.add("/a", h)`)).toEqual(["/a"]);
});

test("a generator without end ends", async () => {
  expect(await pathsOf(`def g():\n    while True:\n        yield "/a"\nfor p in g():\n    app.add(p, h)\napp.add("/b", h)`)).toEqual(["/a", "/b"]);
});

test("a thousand conditions in a row stay quick", async () => {
  const conditions = Array.from({ length: 1000 }, (_, index) => `if os.getenv("X${index}"):\n    p = "/${index}"`).join("\n");
  expect(await pathsOf(`import os\np = "/p"\n${conditions}\napp.add("/b", h)`)).toEqual(["/b"]);
});

test("a chain of five hundred calls is cut at the depth limit and says so", async () => {
  const functions = Array.from({ length: 500 }, (_, index) => `def f${index}():\n    ${index === 0 ? "return 1" : `return f${index - 1}()`}`).join("\n");
  const trace = await traceOf(`${functions}\ndef h():\n    return f499()`);
  expect(trace.complete).toBe(false);
  expect(trace.lost[0]?.note).toMatch(/nested too deeply/);
});

test("a handler that is too large says that its trace is not complete", async () => {
  const body = Array.from({ length: 30_000 }, (_, index) => `    x${index} = 1`).join("\n");
  const trace = await traceOf(`import store\ndef h():\n    store.first()\n${body}\n    store.last()`);
  expect(trace.complete).toBe(false);
  expect(trace.lost.map((one) => one.note)).toContain("the budget of evaluation ended here");
});

test("a handler of usual size is complete", async () => {
  const trace = await traceOf(`import store\ndef h():\n    store.first()\n    return 1`);
  expect(trace).toMatchObject({ complete: true, lost: [] });
});

test("a handler that calls itself says so", async () => {
  const trace = await traceOf(`def h(n=0):\n    return h(n + 1)`);
  expect(trace.complete).toBe(false);
  expect(trace.lost[0]?.note).toMatch(/calls itself/);
});

/** Types that lead to each other, and a function that walks over all fields of each; what it does beside that is given. */
const walk = (act: string): string => `import store
${["A", "B", "C"].map((name) => `class ${name}:\n    fields = [${Array.from({ length: 12 }, (_, index) => `"f${index}"`).join(", ")}]\n    children = {}`).join("\n")}
for one in (A, B, C):
    for name in A.fields:
        one.children[name] = store.pick(A, B, C)
def prefix(name):
    return f"{name}."
def walk(node, fields=None):
    if fields is not None and node is None:
        raise TypeError("both")
    found = []
    for name in fields or node.fields:
        ${act}
        for child in (A, B, C):
            if child and node.children.get(name):
                for below in walk(child):
                    found.append(prefix(name) + below)
    return found
def h():
    store.first(walk(A))
    for x in range(3):
        walk(B)
        walk(C)
    store.last()`;
const named = ({ events }: Awaited<ReturnType<typeof traceOf>>): readonly string[] => events.flatMap((event) => (event.kind === "call" && event.call.callee.kind === "symbol" ? [event.call.callee.name] : []));

test("a walk that changes nothing takes no more of a run than it is worth, and what is lost is told", async () => {
  const trace = await traceOf(walk("pass"));
  expect(named(trace)).toContain("store.last");
  expect(trace.lost.map(({ note }) => note)).not.toContain("the budget of evaluation ended here");
  expect(trace.lost.some(({ note }) => note.includes("walk takes longer than is worth it"))).toBe(true);
});

test("one that acts as well is followed for as long as there is a budget", async () => {
  const trace = await traceOf(walk("store.note(name)"));
  expect(named(trace)).toContain("store.note");
  expect(trace.lost.map(({ note }) => note).some((note) => note.includes("worth it"))).toBe(false);
  expect(trace.complete).toBe(false);
});
