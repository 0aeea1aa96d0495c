import { expect, test } from "vitest";
import { inModule, linkSources } from "../test-support/link-sources.ts";

test("files that did not parse in places are listed, whole ones and those that nothing leads to are not", async () => {
  const broken = "x = (\n";
  const model = await linkSources({ "config.py": `P = "/a"\n${broken}`, "other.py": broken, "paths.py": `Q = "/b"`, "main.py": `from config import P\nfrom paths import Q\n${inModule("app.add(P, h)\napp.add(Q, h)")}` });
  expect(model.endpoints.map((endpoint) => endpoint.path)).toEqual(["/a", "/b"]);
  expect(model.damaged).toEqual(["config.py"]);
});

test("a file that ends in an open bracket is listed", async () => {
  const model = await linkSources({ "main.py": `${inModule('app.add("/a", h)')}\ndef f():\n    return ((\n` });
  expect(model.damaged).toEqual(["main.py"]);
});
