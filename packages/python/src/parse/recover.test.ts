import { describe, expect, it } from "vitest";
import type { Stmt } from "../syntax.ts";
import { bare, loadLowering } from "./lowered.ts";

const lower = await loadLowering();
const before = `import a\n\n@router.get("/one")\n@guard\ndef one(x: int):\n    return x\n\n`;
const after = `\n@router.post("/two")\ndef two(y):\n    """doc"""\n    return y\n\nclass K(B):\n    def m(self):\n        pass\n`;

/** `one: call name` for each definition with what its decorators are. */
function definitions(body: readonly Stmt[]): string[] {
  return body.flatMap((stmt) => (stmt.k === "def" || stmt.k === "class" ? [`${stmt.n}: ${stmt.d.map((decorator) => decorator.k).join(" ")}`.trim()] : []));
}

const survivors = ["one: call name", "two: call", "K:"];

describe("definitions around what does not parse survive it", () => {
  it.each([
    "x = (1, 2\n", "x = [1, 2\n", "x = {\n", "from a import (b, c\n", "import\n", "x = 5 +\n", "x = 'abc\n", "x ?= 1\n", "$x = 1\n", "f(a b)\n", "x = )\n",
    "<<<<<<< HEAD\nq = 1\n=======\nq = 2\n>>>>>>> b\n", "{% if x %}\nq = 1\n{% endif %}\n", "print 'a'\n", "exec 'a' in b\n", "raise A, 'b'\n",
    "for x in range(3) print x\n", "else:\n    y = 1\n", "try:\n    import q\nexcept X, e:\n    pass\n", "match x:\n    case 1\n        pass\n", "def f()\n    return 1\n",
  ])("%j", (broken) => {
    const summary = lower(before + broken + after);
    expect(definitions(summary.body)).toEqual(survivors);
    expect(summary.errors.length).toBeGreaterThan(0);
    for (const place of summary.errors) expect(place.s).toBeGreaterThanOrEqual(0);
  });
});

describe("a decorated function that is broken above its body has a bad decorator", () => {
  it.each([
    ["an argument list that stays open", '@router.get("/x")\n@login(\ndef f():\n    pass\n', "f: call bad"],
    ["half an attribute", '@router.get("/x")\n@login.\ndef f():\n    pass\n', "f: call bad"],
    ["two names", '@router.get("/x")\n@login required\ndef f():\n    pass\n', "f: call bad bad"],
    ["the only decorator", '@router.get("/x"\ndef f():\n    pass\n', "f: bad"],
    ["a default", '@router.get("/x")\ndef f(a=Depends(x y)):\n    pass\n', "f: call bad"],
    ["a missing bracket", '@router.get("/x")\ndef f(:\n    pass\n', "f: call bad"],
    ["a return type", '@router.get("/x")\ndef f() -> A b:\n    pass\n', "f: call bad"],
  ])("%s", (_, broken, expected) => {
    expect(definitions(lower(before + broken + after).body)).toEqual([survivors[0], expected, ...survivors.slice(1)]);
  });
});

it("decorators of a lost function do not pass to the next one", () => {
  const summary = lower(`${before}@router.get("/x")\ndef f()\n    return 1\n${after}`);
  expect(definitions(summary.body)).toEqual(survivors);
  expect(summary.errors.length).toBeGreaterThan(0);
});

it("a torn decorator is missed by the function below it", () => {
  const summary = lower("else:\n    y = 1\n\n@login\n\ndef f(:\n    pass\n");
  for (const found of definitions(summary.body)) expect(found).toContain("bad");
});

it("what is bound on a broken line is bound to nobody knows what", () => {
  const bound = lower(`${before}x = 5 +\n${after}`).body.filter((stmt) => stmt.k === "assign");
  expect(bare(bound)).toEqual([{ k: "assign", t: [{ k: "name", id: "x" }], v: { k: "bad" } }]);
});

it("a header that does not parse leaves the blocks", () => {
  const [stmt] = lower("def f():\n    while a b:\n        return c\n    return d\n").body;
  expect(stmt?.k === "def" && bare(stmt.b)).toEqual([
    { k: "while", c: { k: "bad" }, b: [{ k: "return", v: { k: "name", id: "c" } }], o: [] },
    { k: "return", v: { k: "name", id: "d" } },
  ]);
});

it("code in a sound string is not taken for code", () => {
  const summary = lower(`def f():\n    x = )\n    return """\n@router.get("/phantom")\ndef phantom():\n    pass\n"""\n${after}`);
  expect(definitions(summary.body)).toEqual(["f:", "two: call", "K:"]);
});

it("statements of an inner block whose head is lost do not run in the module", () => {
  const summary = lower("class A(\n    x = 1\n    def m(self): pass\ny = 1\n");
  expect(summary.body.filter((stmt) => stmt.k === "def" && stmt.n === "m" && stmt.d.length === 0)).toEqual([]);
});

it("a block without statements is an error", () => {
  expect(lower("def f():\nx = 1\n").errors).toHaveLength(1);
});

it("an error of nothing but blanks is still an error", () => {
  expect(lower("if a:\n").errors.length).toBeGreaterThan(0);
});
