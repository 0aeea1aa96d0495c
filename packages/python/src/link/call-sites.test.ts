import { expect, test } from "vitest";
import { pathsIn } from "../test-support/link-sources.ts";

interface Case {
  readonly claim: string;
  readonly factory?: string;
  readonly caller: string;
  readonly paths: readonly string[];
}

const plain = "def create(base):\n    app = mini.App()\n    app.add(base, h)\n    return app";

const cases: readonly Case[] = [
  { claim: "a factory that nobody calls has an unknown prefix", caller: "", paths: ["{?}"] },
  { claim: "a constant given by a function that nobody runs", caller: "def main():\n    app = create('/a')", paths: ["/a"] },
  { claim: "a keyword", caller: "def main():\n    serve(create(base='/a'))", paths: ["/a"] },
  { claim: "a constant of the caller's module", caller: "P = '/a'\ndef main():\n    return create(P)", paths: ["/a"] },
  { claim: "the default of the caller's own parameter", caller: "def main(base='/a'):\n    return create(base)", paths: ["/a"] },
  { claim: "callers that differ", caller: "def one():\n    return create('/a')\ndef two():\n    return create('/b')", paths: ["/a", "/b"] },
  { claim: "a caller that gives what is not known leaves it open", caller: "def one():\n    return create('/a')\ndef two(base):\n    return create(base)", paths: ["/a", "{?}"] },
  { claim: "a keyword for what has a default", factory: "def create(*, more=()):\n    app = mini.App()\n    for path in more:\n        app.add(path, h)\n    return app", caller: "PATHS = ['/a', '/b']\ndef main():\n    return create(more=PATHS)", paths: ["/a", "/b"] },
  { claim: "the default, where one caller of several gives nothing", factory: "def create(base='/z'):\n    app = mini.App()\n    app.add(base, h)\n    return app", caller: "def one():\n    return create('/a')\ndef two():\n    return create()", paths: ["/a", "/z"] },
  { claim: "what may be at another place is not known", caller: "def one(args):\n    return create(*args, '/a')", paths: ["{?}"] },
  { claim: "a function of the same name is another", caller: "def other():\n    def create(base): pass\n    return Thing().create('/a')", paths: ["{?}"] },
  { claim: "a switch with the caller's default stays a condition", factory: "def create(base, more):\n    app = mini.App()\n    app.add(base, h)\n    if more:\n        app.add('/more', h)\n    return app", caller: "def main(more=False):\n    return create('/a', more)", paths: ["/a", "/more"] },
];

test.each(cases)("$claim", async ({ factory, caller, paths }) => {
  expect(await pathsIn({ "web.py": `import mini\ndef h(): pass\n${factory ?? plain}\n`, "start.py": `import mini\nfrom web import create\n${caller}\n` })).toEqual(paths);
});

test("a caller that imports the factory inside its function", async () => {
  expect(await pathsIn({ "web.py": `import mini\ndef h(): pass\n${plain}\n`, "start.py": `# mini\ndef main():\n    if True:\n        from web import create\n        create('/a')\n` })).toEqual(["/a"]);
});

test("a factory that was called without what another function gives it is called with that too", async () => {
  const web = "import mini\ndef h(): pass\ndef create(paths=()):\n    app = mini.App()\n    app.add('/always', h)\n    for path in paths:\n        app.add(path, h)\n    return app\n";
  const sources = { "web.py": web, "job.py": "import mini\nfrom web import create\njob = create()\n", "start.py": "import mini\nimport web\ndef create_app():\n    return web.create(paths=['/a', '/b'])\n" };
  expect([...new Set(await pathsIn(sources))]).toEqual(["/a", "/always", "/b"]);
});

test.each([
  ["a function that goes on with what a factory made", "def main():\n    app = create('/a')\n    more(app)\n    serve(app)", ["/a", "/more"]],
  ["a coroutine that does", "async def main():\n    app = await create('/a')\n    app.add('/b', h)", ["/a", "/b"]],
  ["a function that only starts it", "def main():\n    app = create('/a')\n    print(app)", ["/a"]],
])("%s", async (_claim, caller, paths) => {
  const start = `import mini\nfrom web import create, h\ndef more(app):\n    app.add('/more', h)\n${caller}\n`;
  expect(await pathsIn({ "web.py": `import mini\ndef h(): pass\n${plain}\n`, "start.py": start })).toEqual(paths);
});
