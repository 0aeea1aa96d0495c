import { expect, test } from "vitest";
import { inModule, linkSources, pathsIn } from "../test-support/link-sources.ts";

test("a library module runs as the repository's code does", async () => {
  expect(await pathsIn({ "main.py": `from minilib import prefixed\n${inModule('app.add(prefixed("/a"), h)')}` })).toEqual(["/lib/a"]);
});

test("a class of the repository inherits from a library's, and overrides it", async () => {
  const code = `import minilib\nclass Mine(minilib.Views):\n    prefix = "/mine"\n    def get_path(self):\n        return super().get_path() + "/x"\n`;
  expect(await pathsIn({ "main.py": `${code}${inModule("Mine().register(app)")}` })).toEqual(["/mine/x"]);
});

test("what the repository itself has of the name wins", async () => {
  expect(await pathsIn({ "minilib.py": `def prefixed(path):\n    return "/own" + path\n`, "main.py": `from minilib import prefixed\n${inModule('app.add(prefixed("/a"), h)')}` })).toEqual(["/own/a"]);
});

test("a name that the library module does not define is outside the repository", async () => {
  expect(await pathsIn({ "main.py": `from minilib import other\nimport minilib.further\n${inModule('app.add(f"/a{other()}{minilib.further.x}", h)')}` })).toEqual(["/a{?}{?}"]);
});

test("no place inside a library module is shown, and none counts as read", async () => {
  const sources = { "main.py": `from minilib import Views\nimport mini\napp = mini.App()\nViews().register(app)\n` };
  const model = await linkSources(sources);
  const [endpoint] = model.endpoints;
  const trace = model.trace(endpoint?.id ?? "");
  expect(endpoint?.path).toBe("/views");
  expect(trace?.events.length).toBeGreaterThan(0);
  expect(JSON.stringify({ trace, consulted: model.consulted, damaged: model.damaged })).not.toContain("<library>");
});

test("a folder of the library's name that is not on the path of the importing file is another package", async () => {
  const elsewhere = { "app/utils/minilib/__init__.py": `def prefixed(path):\n    return "/own" + path\n`, "app/utils/__init__.py": "", "app/__init__.py": "" };
  const main = { "main.py": `from minilib import prefixed\n${inModule('app.add(prefixed("/a"), h)')}` };
  expect(await pathsIn({ ...main, ...elsewhere })).toEqual(["/lib/a"]);
  const below = { "app/__init__.py": "", "app/utils/minilib/__init__.py": "", "app/utils/minilib/more.py": `from minilib import prefixed\nPATH = prefixed("/a")\n` };
  expect(await pathsIn({ ...below, "main.py": `from app.utils.minilib.more import PATH\n${inModule("app.add(PATH, h)")}` })).toEqual(["/lib/a"]);
  expect(await pathsIn({ ...main, "other/minilib/__init__.py": `def prefixed(path):\n    return "/own" + path\n` })).toEqual(["/lib/a"]);
});
