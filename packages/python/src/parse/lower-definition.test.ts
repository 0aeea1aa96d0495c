import { expect, it } from "vitest";
import type { Stmt } from "../syntax.ts";
import { bare, loadLowering } from "./lowered.ts";

const lower = await loadLowering();
const n = (id: string): unknown => ({ k: "name", id });

function only(source: string): Stmt {
  const [stmt] = lower(source).body;
  if (!stmt) throw new Error("nothing was lowered");
  return stmt;
}

it("parameters know their kind", () => {
  expect(bare(only("def f(a, b: B, /, c=1, *d: D, e, g: G = 2, **h): pass\n"))).toMatchObject({ k: "def", n: "f", p: [
    { n: "a", kind: "pos" },
    { n: "b", kind: "pos", a: n("B") },
    { n: "c", kind: "any", d: { k: "const", v: 1 } },
    { n: "d", kind: "var", a: n("D") },
    { n: "e", kind: "kw" },
    { n: "g", kind: "kw", a: n("G"), d: { k: "const", v: 2 } },
    { n: "h", kind: "kwvar" },
  ] });
});

it("a bare star makes what follows keyword-only", () => {
  expect(bare(only("def f(a, *, b): pass\n"))).toMatchObject({ p: [{ n: "a", kind: "any" }, { n: "b", kind: "kw" }] });
});

it("decorators stand in the order written", () => {
  const stmt = only("@a\n@b.c(d)  # why\n\nasync def f() -> E: pass\n");
  expect(bare(stmt)).toEqual({ k: "def", n: "f", p: [], d: [n("a"), { k: "call", f: { k: "attr", o: n("b"), n: "c" }, a: [{ v: n("d") }] }], b: [{ k: "pass" }], async: true, r: n("E") });
});

it("a definition knows where its name stands", () => {
  const source = "@a\nasync def café(): pass\n";
  const stmt = only(source);
  expect(stmt.k === "def" && source.slice(stmt.ns, stmt.ne)).toBe("café");
});

it("a docstring is kept apart from the body and cut", () => {
  expect(bare(only(`def f():\n  "a\\n" 'b'\n  return 1\n`))).toMatchObject({ doc: "a\nb", b: [{ k: "return" }] });
  const long = only(`class A:\n  '''${"x".repeat(1000)}'''\n`);
  expect(long.k === "class" && long.doc?.length).toBe(400);
});

it("bytes, f-strings and later strings are no docstring", () => {
  for (const first of ["b'a'", "f'a'", "1\n  'a'"]) expect(only(`def f():\n  ${first}\n`)).not.toHaveProperty("doc");
});

it("a yield in the body makes a generator, one in an inner function does not", () => {
  expect(only("def f():\n  if a:\n    b = yield\n")).toHaveProperty("gen", true);
  expect(only("def f():\n  def g():\n    yield\n  h = lambda: (yield)\n")).not.toHaveProperty("gen");
});

it("a class has bases, keywords and parameters of its type", () => {
  expect(bare(only("@a\nclass B[T: int](C, *D, metaclass=E, **F):\n  x = 1\n"))).toEqual({
    k: "class", n: "B", a: [{ v: n("C") }, { v: n("D"), star: 1 }, { n: "metaclass", v: n("E") }, { v: n("F"), star: 2 }], d: [n("a")],
    b: [{ k: "assign", t: [n("x")], v: { k: "const", v: 1 } }],
  });
});

it("a function with type parameters is a function (PEP 695)", () => {
  expect(bare(only("def f[T, *Ts, **P](a: T) -> T: pass\n"))).toMatchObject({ n: "f", p: [{ n: "a", kind: "any", a: n("T") }], r: n("T") });
});

it("a parameter that is taken apart, as in Python 2, is an error", () => {
  expect(lower("def f(a, (b, c)): pass\n").errors).toHaveLength(1);
});
