import { expect, test } from "vitest";
import { pathsIn } from "../test-support/link-sources.ts";

const head = `import mini\ndef h(): pass\n`;

const cases: readonly { readonly claim: string; readonly code: string; readonly paths: readonly string[] }[] = [
  { claim: "a method that registers on what the object was made with", code: `class Api:\n    def __init__(self, core):\n        self.web = mini.App()\n    async def load(self):\n        self._items(self.web)\n    def _items(self, app):\n        app.add("/items", h)`, paths: ["/items"] },
  { claim: "methods that reach it through a property", code: `class Api:\n    def __init__(self):\n        self.web: mini.App = mini.App()\n    @property\n    def apps(self):\n        return {"one": self.web}\n    def load(self):\n        self.apps["one"].add("/items", h)`, paths: ["/items"] },
  { claim: "one method gathers what the next one makes an application of", code: `class Hub:\n    def gather(self):\n        self.paths = ["/a", "/b"]\n    def make(self):\n        self.web = mini.App()\n        for path in self.paths:\n            self.web.add(path, h)\n    def start(self):\n        self.gather()\n        self.make()`, paths: ["/a", "/b"] },
  { claim: "an object that the program makes and loads by itself is served once", code: `class Api:\n    def __init__(self):\n        self.web = mini.App()\n    def load(self):\n        self.web.add("/items", h)\napi = Api()\napi.load()`, paths: ["/items"] },
  { claim: "a method that leads nowhere near it is not called", code: `OTHER = mini.App()\nclass Api:\n    def __init__(self):\n        self.web = mini.App()\n        self.web.add("/a", h)\n    def other(self):\n        OTHER.add("/never", h)`, paths: ["/a"] },
];

test.each(cases)("an object that holds an application: $claim", async ({ code, paths }) => {
  expect(await pathsIn({ "main.py": `${head}${code}\n` })).toEqual(paths);
});
