import { expect, it } from "vitest";
import { loadLowering } from "./lowered.ts";
import { ParseLimitError } from "./parser.ts";

const lower = await loadLowering();

it.each([
  ["brackets", `x = ${"(".repeat(2000)}1${")".repeat(2000)}`],
  ["lists", `x = ${"[".repeat(2000)}${"]".repeat(2000)}`],
  ["calls", `x = ${"f(".repeat(2000)}${")".repeat(2000)}`],
  ["operators", `x = ${"a + ".repeat(5000)}1`],
  ["attributes", `x = a${".b()".repeat(5000)}`],
  ["unions", `x: A[b]${" | c".repeat(5000)}`],
  ["lambdas", `x = ${"lambda: ".repeat(5000)}1`],
  ["negations", `x = ${"not ".repeat(20_000)}1`],
  ["else-ifs", `if a: pass\n${"elif b: pass\n".repeat(2000)}`],
  ["patterns", `match x:\n  case ${"A(".repeat(1000)}${")".repeat(1000)}: pass`],
])("nesting of %s is cut, said to be cut, and harms nothing after it", (_, source) => {
  const summary = lower(`${source}\ny = 1\n`);
  expect(summary.cut).toBe(true);
  expect(summary.errors).toEqual([]);
  expect(summary.body).toHaveLength(2);
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
});

it("2,000 blocks in one another end in an error, not in silence", () => {
  const blocks = Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}if a:\n`).join("");
  const summary = lower(`${blocks}${" ".repeat(2000)}pass\n`);
  expect(summary.cut === true || summary.errors.length > 0).toBe(true);
});

it("usual nesting is not cut", () => {
  const blocks = Array.from({ length: 90 }, (_, depth) => `${" ".repeat(depth)}if a:\n`).join("");
  expect(lower(`${blocks}${" ".repeat(90)}x = ${"(".repeat(190)}1${")".repeat(190)}\n`)).not.toHaveProperty("cut");
});

it("a run of and, or is no nesting", () => {
  const [stmt] = lower(`${"a or ".repeat(3000)}a\n`).body;
  expect(stmt?.k === "expr" && stmt.v.k === "bool" && stmt.v.x).toHaveLength(3001);
});

it("a text without end to its tokens is refused", () => {
  expect(() => lower(`${"-".repeat(1_800_000)}1\n`)).toThrow(ParseLimitError);
  expect(() => lower(")".repeat(2_000_000))).toThrow(ParseLimitError);
});

it("a parser that gave up reads the next text from its start", () => {
  expect(() => lower(")".repeat(2_000_000))).toThrow(ParseLimitError);
  expect(lower("x = 1\n").body).toHaveLength(1);
});

it("endless line continuations are refused before they are looked at", () => {
  expect(() => lower(`x = 1 ${"\\\n".repeat(100_000)}`)).toThrow(ParseLimitError);
  expect(lower(`x = 1 ${"\\\n  + 1 ".repeat(300)}\n`).errors).toEqual([]);
});

it("NUL bytes hide no code", () => {
  const summary = lower("x = 1\0\ny = 2\n# a\0b\nz = 3\n");
  const names = summary.body.flatMap((stmt) => (stmt.k === "assign" && stmt.t[0]?.k === "name" ? [stmt.t[0].id] : []));
  expect(names).toContain("z");
  expect(summary.errors.length).toBeGreaterThan(0);
});

it("a comment ends with its line, however lines end", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const summary = lower(["# about", "x = 1", "def f():", "    return '''a", "b'''", ""].join(end));
    expect(summary.body.map((stmt) => stmt.k), JSON.stringify(end)).toEqual(["assign", "def"]);
    expect(summary.lines).toHaveLength(6);
  }
});

it("a text of nothing is a module of nothing", () => {
  for (const source of ["", "\n", "   ", "# only\n", "\uFEFF"]) expect(lower(source)).toMatchObject({ body: [], errors: [] });
});
