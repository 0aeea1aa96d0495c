import { expect, test } from "vitest";
import { entriesIn, textIn } from "./document-node.ts";
import { readDocument } from "./read-document.ts";

function sectionsOf(text: string): Record<string, Record<string, string | undefined>> {
  const fact = readDocument(text);
  if (fact.status !== "read") throw new Error(fact.reason);
  return Object.fromEntries(entriesIn(fact.root).map(({ key, value }) => [key, Object.fromEntries(entriesIn(value).map((one) => [one.key, textIn(one.value)]))]));
}

test("sections, both marks, comments, further lines and defaults are what configparser makes of them", () => {
  const text = "# first\n; second\n[DEFAULT]\nhome = /srv\n\n[/]\ntools.x.on: True\nname = a = b\n  c\n[/other]\nhome : /opt\nempty =\n";
  expect(sectionsOf(text)).toEqual({ "/": { home: "/srv", "tools.x.on": "True", name: "a = b\nc" }, "/other": { home: "/opt", empty: "" } });
});

test("a section that comes twice goes on, and the last of equal keys counts", () => {
  expect(sectionsOf("[a]\nx = 1\ny = 1\n[b]\n[a]\nx = 2\n")).toEqual({ a: { x: "2", y: "1" }, b: {} });
});

test("values stand where they are written", () => {
  const text = "[a]\n  key = 'value'\n";
  const fact = readDocument(text);
  const entry = fact.status === "read" ? entriesIn(entriesIn(fact.root)[0]?.value)[0] : undefined;
  expect(entry && [text.slice(entry.s, entry.e), text.slice(entry.value.s, entry.value.e)]).toEqual(["key = 'value'", "'value'"]);
});

test.each(["key = value\n", "[1, 2]\n", "a: [x]\n", "[a]\nno mark and = one\n: odd\n"])("what is no file of sections is left to other readers: %j", (text) => {
  const fact = readDocument(text);
  expect(fact.status === "read" ? entriesIn(fact.root).every(({ value }) => !("m" in value)) : true).toBe(true);
});
