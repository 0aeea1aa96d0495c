import { expect, test } from "vitest";
import { inModule, linkSources, pathsOf } from "../test-support/link-sources.ts";

const settings = (base: string, fields: string): string => `from ${base} import BaseSettings\nclass Settings(BaseSettings):\n${fields}\nsettings = Settings()\n`;

async function endpoints(code: string): Promise<{ path: string; when: string[] }[]> {
  const model = await linkSources({ "main.py": inModule(code) });
  return model.endpoints.map((endpoint) => ({ path: endpoint.path, when: endpoint.conditions.map((one) => `${one.holds ? "" : "not "}${one.text}`) }));
}

test("a prefix is the default of a setting", async () => {
  expect(await pathsOf(`${settings("pydantic_settings", `    prefix: str = "/v1"`)}app.add(settings.prefix + "/a", h)`)).toEqual(["/v1/a"]);
});

test("a prefix is the default that Field gives", async () => {
  expect(await pathsOf(`from pydantic import Field\n${settings("pydantic_settings", `    prefix: str = Field("/v1", description="x")\n    other: str = Field(default="/o")`)}app.add(settings.prefix + settings.other, h)`)).toEqual(["/v1/o"]);
});

test("a setting without a default is a hole", async () => {
  expect(await pathsOf(`${settings("pydantic_settings", `    prefix: str`)}app.add(settings.prefix + "/a", h)`)).toEqual(["{?}/a"]);
});

test("the settings class of pydantic 1 is one too", async () => {
  expect(await pathsOf(`${settings("pydantic", `    prefix: str = "/v1"`)}app.add(settings.prefix, h)`)).toEqual(["/v1"]);
});

test("an inherited default and an overridden one", async () => {
  expect(await pathsOf(`from pydantic_settings import BaseSettings\nclass A(BaseSettings):\n    a: str = "/a"\n    b: str = "/b"\nclass B(A):\n    b: str = "/c"\ns = B()\napp.add(s.a + s.b, h)`)).toEqual(["/a/c"]);
});

test("a property of settings is computed from the defaults", async () => {
  expect(await pathsOf(`${settings("pydantic_settings", `    version: int = 1\n    @property\n    def prefix(self):\n        return f"/v{self.version}"`)}app.add(settings.prefix, h)`)).toEqual(["/v1"]);
});

test("nested settings", async () => {
  expect(await pathsOf(`from pydantic_settings import BaseSettings\nfrom pydantic import BaseModel\nclass Api(BaseModel):\n    prefix: str = "/v1"\nclass Settings(BaseSettings):\n    api: Api = Api()\ns = Settings()\napp.add(s.api.prefix, h)`)).toEqual(["/v1"]);
});

test("an argument replaces the default", async () => {
  expect(await pathsOf(`from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    p: str = "/a"\napp.add(S(p="/b").p, h)`)).toEqual(["/b"]);
});

test("settings that a cached function makes", async () => {
  expect(await pathsOf(`from functools import lru_cache\nfrom pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    p: str = "/a"\n@lru_cache\ndef get():\n    return S()\napp.add(get().p, h)`)).toEqual(["/a"]);
});

test("a condition on a setting is not decided by its default: both branches are kept, each with its condition", async () => {
  const code = `${settings("pydantic_settings", `    debug: bool = False`)}if settings.debug:\n    app.add("/debug", h)\nelse:\n    app.add("/plain", h)`;
  expect(await endpoints(code)).toEqual([
    { path: "/debug", when: ["settings.debug"] },
    { path: "/plain", when: ["not settings.debug"] },
  ]);
});

test.each([
  ["a statement", `prefix = ""\nif path := os.getenv("ROOT", ""):\n    prefix = f"/{path}"\napp.add(prefix + "/a", h)`, ["/a"]],
  ["an expression", `app.add(("/debug" if os.getenv("DEBUG", "") == "1" else "/plain") + "/a", h)`, ["/plain/a"]],
  ["not where there is no default", `app.add(("/debug" if os.getenv("DEBUG") == "1" else "/plain") + "/a", h)`, ["{?}/a"]],
])("which of two texts a path begins with is taken from the environment's default: %s", async (_, code, paths) => {
  expect((await endpoints(`import os\n${code}`)).map(({ path }) => path)).toEqual(paths);
});

test("which class is named is not taken from a default", async () => {
  expect((await endpoints(`import os\nguard = "app.Open" if os.getenv("DEBUG", "") == "1" else "app.Closed"\napp.add("/" + guard, h)`)).map(({ path }) => path)).toHaveLength(1);
  expect((await endpoints(`import os\nguard = "app.Open" if os.getenv("DEBUG", "") == "1" else "app.Closed"\napp.add("/" + guard, h)`)).map(({ path }) => path)).not.toEqual(["/app.Closed"]);
});

test("a comparison with a setting is not decided either", async () => {
  const code = `${settings("pydantic_settings", `    env: str = "local"`)}if settings.env == "local":\n    app.add("/local", h)`;
  expect(await endpoints(code)).toEqual([{ path: "/local", when: ['settings.env == "local"'] }]);
});

test("a condition on an environment default is not decided", async () => {
  expect(await endpoints(`import os\nif os.getenv("DEBUG", "") == "1":\n    app.add("/debug", h)`)).toEqual([{ path: "/debug", when: ['os.getenv("DEBUG", "") == "1"'] }]);
});

test("a condition on a plain constant is decided", async () => {
  expect(await endpoints(`DEBUG = False\nif DEBUG:\n    app.add("/debug", h)\nelse:\n    app.add("/plain", h)`)).toEqual([{ path: "/plain", when: [] }]);
});

test("what comes after a condition does not depend on it", async () => {
  expect(await endpoints(`import os\nif os.getenv("X"):\n    app.add("/x", h)\napp.add("/y", h)`)).toEqual([
    { path: "/x", when: ['os.getenv("X")'] },
    { path: "/y", when: [] },
  ]);
});

test("conditions nest", async () => {
  expect(await endpoints(`import os\nif os.getenv("A"):\n    if os.getenv("B"):\n        app.add("/x", h)`)).toEqual([{ path: "/x", when: ['os.getenv("A")', 'os.getenv("B")'] }]);
});

test("what comes after an early return depends on its opposite", async () => {
  const code = `import os\ndef setup():\n    if os.getenv("A"):\n        return\n    app.add("/x", h)\nsetup()\napp.add("/y", h)`;
  expect(await endpoints(code)).toEqual([
    { path: "/x", when: ['not os.getenv("A")'] },
    { path: "/y", when: [] },
  ]);
});

test("a default of the environment is no None, whatever it is set to", async () => {
  const code = `import os\np = os.getenv("P", "/p")\nif p is not None:\n    app.add(p, h)\nif f"{p}/x" is None:\n    app.add("/none", h)`;
  expect(await endpoints(code)).toEqual([{ path: "/p", when: [] }]);
});

test("an attribute that an object sets again where it is made is no second possibility", async () => {
  const code = `import os\nclass C:\n    path = None\n    def __init__(self):\n        self.path = None\n        self.path = "/x"\nif os.getenv("A"):\n    app.add(C().path, h)`;
  expect(await endpoints(code)).toEqual([
    { path: "/x", when: ['os.getenv("A")'] },
  ]);
});

test("an entry that is set again in a dict that is made there is no second possibility", async () => {
  const code = `import os\ngiven = {"p": "/given"}\nif os.getenv("A"):\n    d = given.copy()\n    d["p"] = "/own"\n    app.add(d["p"], h)\n    e = {"p": "/e"}\n    e["p"] += "/more"\n    app.add(e["p"], h)`;
  expect(await endpoints(code)).toEqual([
    { path: "/e/more", when: ['os.getenv("A")'] },
    { path: "/own", when: ['os.getenv("A")'] },
  ]);
});

test("a conditional element of a list that is walked under a condition depends on both", async () => {
  const code = `import os\npaths = []\nif os.getenv("B"):\n    paths.append("/b")\nif os.getenv("A"):\n    for p in paths:\n        app.add(p, h)`;
  expect(await endpoints(code)).toEqual([{ path: "/b", when: ['os.getenv("A")', 'os.getenv("B")'] }]);
});

test("what was put into a list under a condition keeps it when the list is walked", async () => {
  const code = `import os\npaths = ["/a"]\nif os.getenv("B"):\n    paths.append("/b")\nfor p in paths:\n    app.add(p, h)`;
  expect(await endpoints(code)).toEqual([
    { path: "/a", when: [] },
    { path: "/b", when: ['os.getenv("B")'] },
  ]);
});
