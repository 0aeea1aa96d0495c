import type { Term } from "@muster/contract";

/** What is known of a switch. */
export type Flag = { readonly is: "on" | "off"; readonly byDefault: boolean } | { readonly is: "unknown" };

/** Reads a switch; absent is what the library does by itself. */
export function flagOf(term: Term | undefined, absent: "on" | "off"): Flag {
  if (term === undefined) return { is: absent, byDefault: false };
  if (term.kind === "const") return { is: term.value ? "on" : "off", byDefault: term.byDefault === true };
  return { is: "unknown" };
}

/** The value under a text key; undefined where the dict has none. */
export function entryOf(term: Term | undefined, key: string): Term | undefined {
  return term?.kind === "dict" ? term.entries.find((entry) => entry.key.kind === "const" && entry.key.value === key)?.value : undefined;
}
