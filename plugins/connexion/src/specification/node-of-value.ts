import { knownText, textOf, type DocumentEntry, type DocumentNode, type Value } from "@muster/python";

/** Levels of a specification that code wrote. */
const deepest = 40;

/** A specification that code wrote, as if it had been read. What is not known in it is a text that says so. */
export function nodeOfValue(value: Value, depth = 0): DocumentNode {
  const at = { s: 0, e: 0 };
  if (depth > deepest) return { ...at, v: null };
  switch (value.kind) {
    case "const":
      return { ...at, v: value.value };
    case "list":
    case "tuple":
      return { ...at, l: value.items.map((item) => nodeOfValue(item.value, depth + 1)) };
    case "dict":
      return {
        ...at,
        m: [...value.entries.values()].map((entry): DocumentEntry => ({ ...at, key: knownText(textOf(entry.key)) ?? "{?}", value: nodeOfValue(entry.value, depth + 1) })),
      };
    default:
      return { ...at, v: null };
  }
}
