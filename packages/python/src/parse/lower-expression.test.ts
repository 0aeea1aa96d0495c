import { expect, it } from "vitest";
import { bare, loadLowering, soleExpression } from "./lowered.ts";

const lower = await loadLowering();
const n = (id: string): unknown => ({ k: "name", id });
const c = (v: unknown): unknown => ({ k: "const", v });

const cases: readonly (readonly [claim: string, source: string, expected: unknown])[] = [
  ["a name", "match", n("match")],
  ["keywords of Python 2 are names", "print", n("print")],
  ["soft keywords are called and looked into", "type(match).case", { k: "attr", o: { k: "call", f: n("type"), a: [{ v: n("match") }] }, n: "case" }],
  ["a name is normalised", "ﬁle", n("file")],
  ["the constants", "True, False, None, ...", { k: "tuple", x: [c(true), c(false), c(null), { k: "ellipsis" }] }],
  ["integers of every base", "(1_000, 0xFF, 0o17, 0B101)", { k: "tuple", x: [c(1000), c(255), c(15), c(5)] }],
  ["numbers without an exact value", "(9007199254740993, 1e999, 2j)", { k: "tuple", x: [{ k: "big" }, { k: "big" }, { k: "big" }] }],
  ["floats", "(1.5, .5, 1e3, 0_1.0)", { k: "tuple", x: [c(1.5), c(0.5), c(1000), c(1)] }],
  ["a call with every kind of argument", "f(a, *b, c=d, **e)", { k: "call", f: n("f"), a: [{ v: n("a") }, { v: n("b"), star: 1 }, { n: "c", v: n("d") }, { v: n("e"), star: 2 }] }],
  ["a generator as the only argument", "f(x for x in y)", { k: "call", f: n("f"), a: [{ v: { k: "comp", c: "gen", el: n("x"), for: [{ t: n("x"), it: n("y"), ifs: [] }] } }] }],
  ["a star binds all of its element", "[*a.b(), *c + d]", { k: "list", x: [
    { k: "star", v: { k: "call", f: { k: "attr", o: n("a"), n: "b" }, a: [] }, n: 1 },
    { k: "star", v: { k: "bin", op: "+", l: n("c"), r: n("d") }, n: 1 },
  ] }],
  ["brackets are no tuple, a comma is", "[(a), (a,), ()]", { k: "list", x: [n("a"), { k: "tuple", x: [n("a")] }, { k: "tuple", x: [] }] }],
  ["a subscript with a comma is a tuple", "a[b,]", { k: "sub", o: n("a"), i: { k: "tuple", x: [n("b")] } }],
  ["slices", "a[1:, ::b]", { k: "sub", o: n("a"), i: { k: "tuple", x: [{ k: "slice", lo: c(1) }, { k: "slice", step: n("b") }] } }],
  ["a dictionary with another in it", "{'a': b, **c}", { k: "dict", x: [{ key: c("a"), v: n("b") }, { v: n("c") }] }],
  ["a set", "{a, b}", { k: "set", x: [n("a"), n("b")] }],
  ["a comprehension with several clauses", "{a: b for a in c if d if e for b in f}", { k: "comp", c: "dict", el: n("a"), val: n("b"), for: [
    { t: n("a"), it: n("c"), ifs: [n("d"), n("e")] },
    { t: n("b"), it: n("f"), ifs: [] },
  ] }],
  ["an asynchronous comprehension over pairs", "[a async for a, b in c]", { k: "comp", c: "list", el: n("a"), for: [{ t: { k: "tuple", x: [n("a"), n("b")] }, it: n("c"), ifs: [] }] }],
  ["a comparison keeps its chain", "a < b not in c is not d", { k: "cmp", l: n("a"), ops: [{ op: "<", r: n("b") }, { op: "not in", r: n("c") }, { op: "is not", r: n("d") }] }],
  ["a run of one operator is one node", "a and b and c or d", { k: "bool", op: "or", x: [{ k: "bool", op: "and", x: [n("a"), n("b"), n("c")] }, n("d")] }],
  ["brackets keep a run apart", "a or (b or c)", { k: "bool", op: "or", x: [n("a"), { k: "bool", op: "or", x: [n("b"), n("c")] }] }],
  ["arithmetic binds as in Python", "a + b * -c ** d", { k: "bin", op: "+", l: n("a"), r: { k: "bin", op: "*", l: n("b"), r: { k: "unary", op: "-", v: { k: "bin", op: "**", l: n("c"), r: n("d") } } } }],
  ["not", "not a == b", { k: "not", v: { k: "cmp", l: n("a"), ops: [{ op: "==", r: n("b") }] } }],
  ["a conditional", "a if b else c", { k: "cond", c: n("b"), a: n("a"), b: n("c") }],
  ["a walrus", "(a := b)", { k: "walrus", n: "a", v: n("b") }],
  ["await", "await a.b", { k: "await", v: { k: "attr", o: n("a"), n: "b" } }],
  ["yield and yield from", "(yield), (yield a, b), (yield from c)", { k: "tuple", x: [{ k: "yield" }, { k: "yield", v: { k: "tuple", x: [n("a"), n("b")] } }, { k: "yield", v: n("c"), from: true }] }],
  ["a lambda", "lambda a, *b, c=1, **d: a", { k: "lambda", p: [{ n: "a", kind: "any" }, { n: "b", kind: "var" }, { n: "c", kind: "kw", d: c(1) }, { n: "d", kind: "kwvar" }], b: n("a") }],
  ["a comment among arguments says nothing", "f(  # (\n  a,  # b,\n)", { k: "call", f: n("f"), a: [{ v: n("a") }] }],
];

it.each(cases)("%s", (_, source, expected) => {
  const summary = lower(`${source}\n`);
  expect(bare(soleExpression(summary))).toEqual(expected);
  expect(summary.errors).toEqual([]);
});

it("offsets count UTF-16 code units and leave brackets out", () => {
  const source = "'😀é', (a.b)\n";
  const value = soleExpression(lower(source));
  const second = value.k === "tuple" ? value.x[1] : undefined;
  expect(source.slice(second?.s, second?.e)).toBe("a.b");
});

it("what only Python 2 reads is bad, and said to be an error", () => {
  for (const source of ["0777", "10L", "`a`", "print 'a'", "exec 'a' in b"]) {
    const summary = lower(`${source}\nb = 1\n`);
    expect(bare(summary.body), source).toEqual([{ k: "expr", v: { k: "bad" } }, { k: "assign", t: [{ k: "name", id: "b" }], v: { k: "const", v: 1 } }]);
    expect(summary.errors, source).toEqual([{ s: 0, e: source.length }]);
  }
});
