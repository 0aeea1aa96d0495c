import { expect, it } from "vitest";
import { bare, loadLowering, soleExpression } from "./lowered.ts";

const lower = await loadLowering();
const n = (id: string): unknown => ({ k: "name", id });
const value = (source: string): unknown => bare(soleExpression(lower(`f(${source})\n`)));
const argument = (v: unknown): unknown => ({ k: "call", f: n("f"), a: [{ v }] });

const texts: readonly (readonly [source: string, text: string])[] = [
  [String.raw`"a\n\t\\\"\'b"`, "a\n\t\\\"'b"],
  [String.raw`"\x41\101\u00e9\U0001F600\0"`, "AAé😀\0"],
  [String.raw`"\q\N{SNOWMAN}"`, "\\q\uFFFD"],
  ["'a\\\n b'", "a b"],
  ["'''a\r\nb'''", "a\nb"],
  [String.raw`r"\n\""`, String.raw`\n\"`],
  [String.raw`r'\\'`, String.raw`\\`],
  [String.raw`R"""a\"""b"""`, String.raw`a\"""b`],
  ["u'a' \"b\" '''c'''", "abc"],
  ["''", ""],
  ["f'a{{b}}'", "a{b}"],
  ["f'a' 'b{c}'", "ab{c}"],
];

it.each(texts)("%s", (source, text) => {
  expect(value(source)).toEqual(argument({ k: "const", v: text }));
});

it("bytes know neither \\u nor \\N", () => {
  expect(value(String.raw`b"\x41\u0041\N{x}" Rb'\n'`)).toEqual(argument({ k: "bytes", v: String.raw`A\u0041\N{x}\n` }));
});

it("an f-string keeps its pieces in order", () => {
  expect(value("f'/items/{a.b}/{c}'")).toEqual(argument({ k: "fstr", parts: ["/items/", { k: "attr", o: n("a"), n: "b" }, "/", n("c")] }));
});

it("conversions and format specifications are only noted", () => {
  for (const source of ["f'{a!r}'", "f'{a:>{w}}'", "f'{a!s:x}'"]) expect(value(source), source).toEqual(argument({ k: "fstr", parts: [n("a")], spec: true }));
});

it("a self-documenting hole writes its expression first", () => {
  expect(value("f'x {a + b = }'")).toEqual(argument({ k: "fstr", parts: ["x a + b = ", { k: "bin", op: "+", l: n("a"), r: n("b") }], spec: true }));
});

it("an f-string may hold its own quotes (PEP 701)", () => {
  expect(value(`f"{a["b"]}{f"{c}"}"`)).toEqual(argument({ k: "fstr", parts: [{ k: "sub", o: n("a"), i: { k: "const", v: "b" } }, { k: "fstr", parts: [n("c")] }] }));
});

it("a string beside an f-string is one with it, whatever their prefixes", () => {
  expect(value(String.raw`"a\n{b}" f"c{d}" rf"\n{e}" "f"`)).toEqual(argument({ k: "fstr", parts: ["a\n{b}c", n("d"), "\\n", n("e"), "f"] }));
});

it("a template string is read like an f-string (PEP 750)", () => {
  expect(value("t'a{b}'")).toEqual(argument({ k: "fstr", parts: ["a", n("b")] }));
});

it("a hole that does not parse makes the string bad, and its neighbour stays", () => {
  const summary = lower("f(f'{a b}', c)\n");
  expect(bare(soleExpression(summary))).toEqual({ k: "call", f: n("f"), a: [{ v: { k: "bad" } }, { v: n("c") }] });
  expect(summary.errors).toHaveLength(1);
});

it("strings that stand alone are left out, as they do nothing", () => {
  expect(lower("'''module'''\nx: int\n'''about x'''\n").body.map((stmt) => stmt.k)).toEqual(["ann"]);
});
