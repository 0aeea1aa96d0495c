import { lineStarts } from "../parse/positions.ts";
import type { DocumentEntry, DocumentFact, DocumentMap } from "./document-node.ts";

/** What a file of sections starts with, comments aside. */
const startsWithSection = /^(?:\uFEFF)?(?:[ \t]*(?:[#;][^\n]*)?\r?\n)*\[[^\]\n]+\][ \t]*\r?(?:\n|$)/;

interface Section {
  readonly key: DocumentEntry;
  readonly entries: Map<string, DocumentEntry>;
}

/**
 * Reads a file of sections as Python's `configparser` does (`[section]`, `key = value` or `key: value`, further lines of a value indented): a map of maps, all values as
 * texts, what `[DEFAULT]` says in every section. Undefined where it is no such file, so that another reader answers.
 */
export function readSections(text: string): DocumentFact | undefined {
  if (!startsWithSection.test(text)) return undefined;
  const lines = lineStarts(text);
  const sections = new Map<string, Section>();
  let section: Section | undefined;
  let last: { readonly name: string; readonly indent: number } | undefined;
  for (const [index, s] of lines.entries()) {
    const line = text.slice(s, lines[index + 1] ?? text.length).replace(/[\r\n]+$/, "");
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#") || trimmed.startsWith(";")) continue;
    const indent = line.length - line.trimStart().length;
    const before = last && section?.entries.get(last.name);
    if (section && last && before && indent > last.indent && "v" in before.value) {
      section.entries.set(last.name, { ...before, value: { ...before.value, e: s + line.length, v: `${String(before.value.v)}\n${trimmed}` } });
      continue;
    }
    const header = /^\[([^\]]+)\]/.exec(trimmed)?.[1];
    const at = { s: s + indent, e: s + indent + trimmed.length };
    if (header !== undefined) {
      section = sections.get(header) ?? { key: { ...at, key: header, value: { ...at, m: [] } }, entries: new Map() };
      sections.set(header, section);
      last = undefined;
      continue;
    }
    const found = /^([^=:]*[^=:\s])\s*(?:[=:]\s*(.*))?$/s.exec(trimmed);
    if (!section || found?.[1] === undefined) return undefined;
    const value = found[2] ?? "";
    section.entries.set(found[1], { ...at, key: found[1], value: { s: at.e - value.length, e: at.e, v: value } });
    last = { name: found[1], indent };
  }
  return { status: "read", lines, root: rootOf(sections, text.length) };
}

function rootOf(sections: ReadonlyMap<string, Section>, end: number): DocumentMap {
  const defaults = sections.get("DEFAULT")?.entries ?? new Map<string, DocumentEntry>();
  const entries = [...sections].flatMap(([name, { key, entries: own }]): DocumentEntry[] => (name === "DEFAULT" ? [] : [{ ...key, value: { s: key.s, e: key.e, m: [...new Map([...defaults, ...own]).values()] } }]));
  return { s: 0, e: end, m: entries };
}
