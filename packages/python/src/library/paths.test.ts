import { expect, test } from "vitest";
import { inModule, pathsIn, pathsOf } from "../test-support/link-sources.ts";

test.each([
  ['os.path.join("/a", "b", "c")', "/a/b/c"],
  ['os.path.join("/a", "/b", "c")', "/b/c"],
  ['"/" + os.path.join("", "b")', "/b"],
  ['os.path.dirname("/a/b.py")', "/a"],
  ['"/" + os.path.basename("/a/b.py")', "/b.py"],
  ['os.path.normpath("/a/../b/./c")', "/b/c"],
  ['str(pathlib.Path("/a") / "b" / "c.yml")', "/a/b/c.yml"],
  ['f"{pathlib.Path(\'/a/b.py\').resolve().parent / \'c\'}"', "/a/c"],
  ['str("/a" / pathlib.Path("b"))', "/a/b"],
  ['"/" + pathlib.Path("/a/b.tar.gz").stem', "/b.tar"],
  ['os.path.join(pathlib.Path("/a").joinpath("b"), "c")', "/a/b/c"],
])("%s is %s", async (code, path) => {
  expect(await pathsOf(`import os, pathlib\napp.add(${code}, h)`)).toEqual([path]);
});

test("what is derived from __file__ is relative to the scanned folder", async () => {
  expect(await pathsIn({ "service/main.py": inModule('import os\nfrom pathlib import Path\napp.add("/" + os.path.join(os.path.dirname(os.path.abspath(__file__)), "x"), h)\napp.add(f"/{Path(__file__).parent / \'y\'}", h)') })).toEqual(["/service/x", "/service/y"]);
});
