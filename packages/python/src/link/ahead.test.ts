import { expect, test } from "vitest";
import { inModule, linkSources, type Sources } from "../test-support/link-sources.ts";

/** A chain of imports that only evaluation finds, a handler that leads to one more module, and one that nothing leads to. */
const sources: Sources = {
  "main.py": `import mini\nimport one\nfrom handler import h\napp = mini.App()\nfor path in one.paths():\n    app.add(path, h)\n`,
  "one.py": "def paths():\n    import two\n    return two.PATHS",
  "two.py": 'import importlib\nPATHS = importlib.import_module("three").PATHS',
  "three.py": 'PATHS = ["/a", "/b"]',
  "handler.py": "def h():\n    from service import remove\n    return remove()",
  "service.py": "def remove():\n    pass",
  "other.py": "import further",
  "further.py": "X = 1",
};

/** A model without what only says how it was linked. */
function said({ trace, ...model }: Awaited<ReturnType<typeof linkSources>>): unknown {
  return { ...model, ahead: undefined, needless: undefined, codeOf: undefined, traces: model.endpoints.map(({ id }) => trace(id)) };
}

async function rounds(ahead: readonly string[]): Promise<number> {
  let count = 0;
  await linkSources(sources, {}, [], { ahead, progress: (note) => (count += Number(note.startsWith("evaluating"))) });
  return count;
}

test("with what an earlier link needed first, evaluation begins once and finds the same", async () => {
  const first = await linkSources(sources);
  const again = await linkSources(sources, {}, [], { ahead: first.ahead ?? [] });
  expect(first.endpoints.map((endpoint) => endpoint.path)).toEqual(["/a", "/b"]);
  expect(said(again)).toEqual(said(first));
  expect(again.ahead).toEqual(first.ahead);
  expect(again.needless).toEqual([]);
  expect([(await rounds([])) > 0, await rounds(first.ahead ?? [])]).toEqual([true, 0]);
});

test("what was brought ahead for nothing, and what that leads to, is as if it had not been asked for", async () => {
  const first = await linkSources(sources);
  const again = await linkSources(sources, {}, [], { ahead: [...(first.ahead ?? []), "other.py", "further.py", "service.py", "gone.py"] });
  expect(said(again)).toEqual(said(first));
  expect(again.ahead).toEqual(first.ahead);
  // The handler's module was dropped and asked for again.
  expect(again.needless).toEqual(["further.py", "other.py"]);
});

test("a file that could not be had ahead is told like any other", async () => {
  const failed = { "three.py": "is too large" };
  const first = await linkSources(sources, failed);
  const again = await linkSources(sources, failed, [], { ahead: ["one.py", "two.py", "three.py"] });
  expect(said(again)).toEqual(said(first));
  expect(first.coverage.unresolved.some(({ reason }) => reason === "is too large")).toBe(true);
});

test("one module alone needs nothing ahead", async () => {
  const model = await linkSources({ "main.py": inModule('app.add("/a", h)') }, {}, [], { ahead: ["main.py"] });
  expect(model.endpoints.map((endpoint) => endpoint.path)).toEqual(["/a"]);
});
