import { expect, it } from "vitest";
import { bare, loadLowering } from "./lowered.ts";

const lower = await loadLowering();
const n = (id: string): unknown => ({ k: "name", id });
const c = (v: unknown): unknown => ({ k: "const", v });
const pass = { k: "pass" };

const cases: readonly (readonly [claim: string, source: string, expected: readonly unknown[]])[] = [
  ["a chained assignment has several targets", "a = b.c = d", [{ k: "assign", t: [n("a"), { k: "attr", o: n("b"), n: "c" }], v: n("d") }]],
  ["targets are unpacked", "a, *b = (c), [d] = e", [{ k: "assign", t: [{ k: "tuple", x: [n("a"), { k: "star", v: n("b"), n: 1 }] }, { k: "tuple", x: [n("c"), { k: "list", x: [n("d")] }] }], v: n("e") }]],
  ["a target in brackets is the target", "(a) = 1", [{ k: "assign", t: [n("a")], v: c(1) }]],
  ["a comma alone makes a tuple", "a, = 1,", [{ k: "assign", t: [{ k: "tuple", x: [n("a")] }], v: { k: "tuple", x: [c(1)] } }]],
  ["annotations", "a: b.c\nd: 'e' = f", [{ k: "ann", t: n("a"), a: { k: "attr", o: n("b"), n: "c" } }, { k: "ann", t: n("d"), a: c("e"), v: n("f") }]],
  ["types in annotations are subscripts and unions", "a: A[b, C[d]] | e | None", [{ k: "ann", t: n("a"), a: { k: "bin", op: "|", r: c(null), l: { k: "bin", op: "|", r: n("e"),
    l: { k: "sub", o: n("A"), i: { k: "tuple", x: [n("b"), { k: "sub", o: n("C"), i: n("d") }] } } } } }]],
  ["an annotation holds calls and lambdas", "a: Annotated[str, Depends(lambda: b)]", [{ k: "ann", t: n("a"), a: { k: "sub", o: n("Annotated"), i: { k: "tuple", x: [n("str"),
    { k: "call", f: n("Depends"), a: [{ v: { k: "lambda", p: [], b: n("b") } }] }] } } }]],
  ["an augmented assignment names its operator", "a //= b", [{ k: "aug", t: n("a"), op: "//", v: n("b") }]],
  ["statements on one line", "a; b = 1; pass", [{ k: "expr", v: n("a") }, { k: "assign", t: [n("b")], v: c(1) }, pass]],
  ["soft keywords are bound", "match = type = 1\ntype.case = 2", [{ k: "assign", t: [n("match"), n("type")], v: c(1) }, { k: "assign", t: [{ k: "attr", o: n("type"), n: "case" }], v: c(2) }]],
  ["an attribute of a type is no alias", "type(a).b = c", [{ k: "assign", t: [{ k: "attr", o: { k: "call", f: n("type"), a: [{ v: n("a") }] }, n: "b" }], v: n("c") }]],
  ["imports", "import a.b as c, d", [{ k: "import", n: [{ n: "a.b", as: "c" }, { n: "d" }] }]],
  ["imports from", "from a import (b as c, d,)\nfrom ...e . f import *", [{ k: "from", m: "a", lvl: 0, n: [{ n: "b", as: "c" }, { n: "d" }] }, { k: "from", m: "e.f", lvl: 3, n: [{ n: "*" }] }]],
  ["imports from the package itself", "from . import a", [{ k: "from", m: "", lvl: 1, n: [{ n: "a" }] }]],
  ["imports from the future", "from __future__ import annotations", [{ k: "from", m: "__future__", lvl: 0, n: [{ n: "annotations" }] }]],
  ["elif is an if alone in the else", "if a: pass\nelif b and \\\n  c: pass\nelse: d", [{ k: "if", c: n("a"), text: "a", b: [pass], o: [
    { k: "if", c: { k: "bool", op: "and", x: [n("b"), n("c")] }, text: "b and \\ c", b: [pass], o: [{ k: "expr", v: n("d") }] },
  ] }]],
  ["loops", "for a, b in c, d:\n  break\nelse:\n  pass\nwhile a: continue", [
    { k: "for", t: { k: "tuple", x: [n("a"), n("b")] }, it: { k: "tuple", x: [n("c"), n("d")] }, b: [{ k: "break" }], o: [pass] },
    { k: "while", c: n("a"), b: [{ k: "continue" }], o: [] },
  ]],
  ["try with everything", "try: a\nexcept B as e: pass\nexcept (C, D): pass\nexcept: pass\nelse: b\nfinally: c", [{ k: "try", b: [{ k: "expr", v: n("a") }], h: [
    { x: n("B"), n: "e", b: [pass] },
    { x: { k: "tuple", x: [n("C"), n("D")] }, b: [pass] },
    { b: [pass] },
  ], o: [{ k: "expr", v: n("b") }], f: [{ k: "expr", v: n("c") }] }]],
  ["several types need no brackets (PEP 758), groups no name", "try: pass\nexcept A, b.C: pass\nexcept* D: pass", [{ k: "try", b: [pass], h: [
    { x: { k: "tuple", x: [n("A"), { k: "attr", o: n("b"), n: "C" }] }, b: [pass] },
    { x: n("D"), b: [pass] },
  ], o: [], f: [] }]],
  ["with, in brackets or not", "with a as b, c: pass\nasync with (d as (e, f), g,): pass\nwith (h): pass", [
    { k: "with", i: [{ v: n("a"), t: n("b") }, { v: n("c") }], b: [pass] },
    { k: "with", i: [{ v: n("d"), t: { k: "tuple", x: [n("e"), n("f")] } }, { v: n("g") }], b: [pass] },
    { k: "with", i: [{ v: n("h") }], b: [pass] },
  ]],
  ["a with in brackets holds items, not a tuple", "with (a as b,): pass\nwith (c, d): pass", [
    { k: "with", i: [{ v: n("a"), t: n("b") }], b: [pass] },
    { k: "with", i: [{ v: n("c") }, { v: n("d") }], b: [pass] },
  ]],
  ["as takes all of a conditional", "with a if b else c as d: pass", [{ k: "with", i: [{ v: { k: "cond", c: n("b"), a: n("a"), b: n("c") }, t: n("d") }], b: [pass] }]],
  ["raise", "raise\nraise A(b) from c", [{ k: "raise" }, { k: "raise", v: { k: "call", f: n("A"), a: [{ v: n("b") }] }, from: n("c") }]],
  ["return", "return\nreturn a, *b", [{ k: "return" }, { k: "return", v: { k: "tuple", x: [n("a"), { k: "star", v: n("b"), n: 1 }] } }]],
  ["assert and del", "assert a, 'b'\ndel a, b[0]", [{ k: "assert", c: n("a") }, { k: "del", t: [n("a"), { k: "sub", o: n("b"), i: c(0) }] }]],
  ["global and nonlocal", "global a, b\nnonlocal c", [{ k: "global", n: ["a", "b"] }, { k: "nonlocal", n: ["c"] }]],
  ["a type alias (PEP 695)", "type A[T] = B[T]", [{ k: "type", n: "A", v: { k: "sub", o: n("B"), i: n("T") } }]],
  ["match", "match a:\n  case 'x' | -1 | _: pass\n  case b.C if d: pass\n  case e: pass", [{ k: "match", v: n("a"), c: [
    { p: { k: "or", x: [{ k: "value", v: c("x") }, { k: "value", v: { k: "unary", op: "-", v: c(1) } }, { k: "any" }] }, b: [pass] },
    { p: { k: "value", v: { k: "attr", o: n("b"), n: "C" } }, g: n("d"), b: [pass] },
    { p: { k: "capture", n: "e" }, b: [pass] },
  ] }]],
  ["shapes name what they bind", "match a, b:\n  case A(c, d=[e, *f]) as g: pass\n  case {'x': h, **i}: pass\n  case j, _: pass\n  case (None): pass", [{ k: "match", v: { k: "tuple", x: [n("a"), n("b")] }, c: [
    { p: { k: "as", p: { k: "shape", f: n("A"), names: ["c", "e", "f"] }, n: "g" }, b: [pass] },
    { p: { k: "shape", names: ["h", "i"] }, b: [pass] },
    { p: { k: "shape", names: ["j"] }, b: [pass] },
    { p: { k: "value", v: c(null) }, b: [pass] },
  ] }]],
];

it.each(cases)("%s", (_, source, expected) => {
  const summary = lower(`${source}\n`);
  expect(bare(summary.body)).toEqual(expected);
  expect(summary.errors).toEqual([]);
});

it("a condition's text is folded and cut", () => {
  const [stmt] = lower(`if (a and\n        b == "${"x".repeat(200)}"): pass\n`).body;
  const text = stmt?.k === "if" ? stmt.text : "";
  expect(text).toHaveLength(120);
  expect(text.startsWith('(a and b == "xxx')).toBe(true);
});

it("Python 2's way to name an exception is read, and is an error", () => {
  const summary = lower("try: pass\nexcept A, e: pass\n");
  expect(bare(summary.body)).toEqual([{ k: "try", b: [pass], h: [{ x: n("A"), n: "e", b: [pass] }], o: [], f: [] }]);
  expect(summary.errors).toHaveLength(1);
});
