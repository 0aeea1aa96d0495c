import type { Requirement } from "@muster/contract";
import { conditionsOf, isDenial, termOf, type Exit } from "@muster/python";
import { askedBy } from "./callers/asks.ts";
import { partsOf, TermLook } from "./callers/terms.ts";

/** The role that each way past a guard asks of a signed-in caller: a condition about the caller behind which others are turned away. */
export function roleAskedBy(ways: readonly Exit[]): Requirement[] {
  if (ways.length === 0) return [];
  const look = new TermLook();
  const asked = ways.map((way) =>
    conditionsOf(way.path.conditions)
      .filter(({ otherwise, place }) => otherwise && isDenial({ kind: otherwise.kind, value: otherwise.value ?? { kind: "const", value: null }, place, path: way.path, through: [] }))
      .map(({ value }) => termOf(value))
      .find((term) => askedBy(term, look) === "role"),
  );
  if (asked.includes(undefined)) return [];
  const values = new Set<string>();
  for (const term of asked) if (term !== undefined) collect(term, values);
  return [{ kind: "role", values: [...values].sort() }];
}

/** What a role looks like; anything else in the code's texts may be a secret, and is not repeated. */
const word = /^[a-z][a-z0-9_:. -]{0,40}$/i;

function collect(term: Parameters<typeof partsOf>[0], into: Set<string>): void {
  if (into.size >= 16) return;
  if (term.kind === "const" && typeof term.value === "string" && word.test(term.value)) into.add(term.value);
  if (term.kind === "operation" || term.kind === "collection") for (const part of partsOf(term)) collect(part, into);
}
