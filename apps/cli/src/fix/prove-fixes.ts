import type { Finding } from "@muster/contract";

export interface FixProof {
  /** Mended, and found all the same. */
  readonly remaining: readonly Finding[];
  /** Found since, and not before. */
  readonly added: readonly Finding[];
}

/** Compares by identity and number: of findings that a count alone tells apart, the first mended one gives its fingerprint to the next. */
export function proveFixes(mended: readonly Finding[], before: readonly Finding[], after: readonly Finding[]): FixProof {
  const had = counted(before);
  const has = counted(after);
  const took = counted(mended);
  const remaining = [...Map.groupBy(mended, ({ identity }) => identity)].flatMap(([identity, own]) => {
    const over = (has.get(identity) ?? 0) - ((had.get(identity) ?? 0) - (took.get(identity) ?? 0));
    return over > 0 ? own.slice(-over) : [];
  });
  const added = [...Map.groupBy(after, ({ identity }) => identity)].flatMap(([identity, own]) => own.slice(had.get(identity) ?? 0));
  return { remaining, added };
}

function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { identity } of findings) counts.set(identity, (counts.get(identity) ?? 0) + 1);
  return counts;
}
