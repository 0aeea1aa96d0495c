import { expect, test } from "vitest";
import { entriesIn, entryOf, valueAt, type DocumentNode } from "./document-node.ts";
import { readDocument } from "./read-document.ts";

/** What a document says, without its places. */
function plain(node: DocumentNode): unknown {
  if ("v" in node) return node.v;
  if ("l" in node) return node.l.map(plain);
  return Object.fromEntries(node.m.map((entry) => [entry.key, plain(entry.value)]));
}

function rootOf(text: string): DocumentNode {
  const fact = readDocument(text);
  if (fact.status !== "read") throw new Error(fact.reason);
  return fact.root;
}

function reasonOf(text: string): string {
  const fact = readDocument(text);
  return fact.status === "unreadable" ? fact.reason : "it was read";
}

test("maps, lists and scalars are what they are in Python", () => {
  expect(plain(rootOf("a: 1\nb: [x, 'y', null, 1.5, true]\nc:\n  d: |\n    two\n    lines\n"))).toEqual({ a: 1, b: ["x", "y", null, 1.5, true], c: { d: "two\nlines\n" } });
});

test("JSON is read too, with tabs", () => {
  expect(plain(rootOf('{\n\t"a": {"b": [1, 2]},\n\t"c": "\\u00e9"\n}\n'))).toEqual({ a: { b: [1, 2] }, c: "é" });
});

test("plain words of YAML 1.1 are booleans as values, and stay words as keys", () => {
  expect(plain(rootOf("on: yes\nno: off\n'y': 'yes'\n"))).toEqual({ on: true, no: false, y: "yes" });
});

test("status codes, dates and versions as keys and values lose nothing", () => {
  expect(plain(rootOf("responses:\n  200: ok\n  0x10: hex\n  null: none\nday: 2020-01-01\nversion: 1.10\n"))).toEqual({ responses: { "200": "ok", "0x10": "hex", null: "none" }, day: "2020-01-01", version: 1.1 });
});

test("of two equal keys the last one counts", () => {
  expect(plain(rootOf("a: 1\nb: 2\na: 3\n"))).toEqual({ b: 2, a: 3 });
});

test("aliases stand for what is anchored, and merge keys give way to the map's own", () => {
  expect(plain(rootOf("base: &base {a: 1, b: 2}\nother: &other {b: 3, c: 4}\nx:\n  <<: [*base, *other]\n  a: 9\ny: *base\n"))).toMatchObject({ x: { a: 9, b: 2, c: 4 }, y: { a: 1, b: 2 } });
});

test("unknown tags are ignored", () => {
  expect(plain(rootOf("a: !include other.yml\nb: !!python/object:os.system {c: 1}\nd: !Ref [1]\n"))).toEqual({ a: "other.yml", b: { c: 1 }, d: [1] });
});

test("a key that would reach an object's prototype is a key like others", () => {
  const root = rootOf("__proto__: {polluted: 1}\nconstructor: 2\n");
  expect(entriesIn(root).map((entry) => entry.key)).toEqual(["__proto__", "constructor"]);
  expect("polluted" in {}).toBe(false);
});

test("expressions of a template are texts with and without quotes, and its statements are left out", () => {
  const root = rootOf('title: {{ title }}\nname: "{{ name }}"\nurl: http://{{host}}/v1\n{% if beta %}\nbeta: true\n{% endif %}\n');
  expect(plain(root)).toEqual({ title: "{{ title }}", name: "{{ name }}", url: "http://{{host}}/v1", beta: true });
});

test("places point into the text, behind a template too", () => {
  const text = "title: {{ title }}\npaths:\n  /a:\n    get: x\n";
  const entry = entryOf(valueAt(rootOf(text), "paths"), "/a");
  expect(text.slice(entry?.s, entry?.e)).toBe("/a");
});

test("what is no YAML says in which line", () => {
  expect(reasonOf("a: 1\nb: [1, 2\nc: }\n")).toMatch(/^line \d is no YAML: /);
  expect(reasonOf("a: *nowhere\n")).toMatch(/nothing before it/);
  expect(reasonOf("a: 1\n---\nb: 2\n")).toMatch(/no YAML/);
});

test("an empty document is nothing, and no error", () => {
  expect(plain(rootOf(""))).toBe(null);
  expect(plain(rootOf("# only a comment\n"))).toBe(null);
});

test("aliases that multiply are refused", () => {
  const levels = Array.from({ length: 30 }, (_, level) => `l${level + 1}: &l${level + 1} [${Array.from({ length: 10 }, () => `*l${level}`).join(", ")}]`);
  expect(reasonOf(`l0: &l0 x\n${levels.join("\n")}\n`)).toMatch(/nodes/);
});

test("merge keys that multiply are refused", () => {
  const levels = Array.from({ length: 40 }, (_, level) => `l${level + 1}: &l${level + 1}\n  <<: [*l${level}, *l${level}]\n  k${level}: 1`);
  expect(reasonOf(`l0: &l0 {x: 1}\n${levels.join("\n")}\n`)).toMatch(/nodes/);
});

test("an alias that holds itself is refused", () => {
  expect(reasonOf("a: &a\n  b: *a\n")).toMatch(/levels/);
});

test.each([
  ["brackets", "[".repeat(20_000)],
  ["closed brackets", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ["dashes", "- ".repeat(5_000)],
  ["openings of a template", "{%".repeat(100_000)],
  ["maps", Array.from({ length: 400 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
])("endlessly nested %s are refused", (_, text) => {
  expect(reasonOf(text)).not.toBe("it was read");
});
