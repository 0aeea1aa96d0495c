import type { Finding } from "@muster/contract";

/** What tells a finding. */
export type PairedFinding = Pick<Finding, "fingerprint" | "rule" | "endpoint" | "symbol" | "code">;

export interface FindingDiff<F extends PairedFinding> {
  readonly new: readonly F[];
  readonly fixed: readonly F[];
  /** What is on both sides: earlier and later. */
  readonly same: readonly (readonly [F, F])[];
}

/**
 * Tells new findings from those that were there: by fingerprint, then by the same rule on the same endpoint (a renamed
 * one is the same) and symbol, then by the same rule on the same code, which a function that moved to another file keeps.
 */
export function pairFindings<F extends PairedFinding>(before: readonly F[], after: readonly F[], endpointBefore: (id: string) => string | undefined): FindingDiff<F> {
  let fixed = before;
  let fresh = after;
  const same: (readonly [F, F])[] = [];
  for (const [keyBefore, keyAfter] of [
    [({ fingerprint }: PairedFinding) => fingerprint, ({ fingerprint }: PairedFinding) => fingerprint],
    [({ rule, endpoint, symbol }: PairedFinding) => (endpoint === undefined ? undefined : JSON.stringify([rule, endpoint, symbol])), ({ rule, endpoint, symbol }: PairedFinding) => (endpoint === undefined ? undefined : JSON.stringify([rule, endpointBefore(endpoint), symbol]))],
    [({ rule, code }: PairedFinding) => (code === undefined ? undefined : JSON.stringify([rule, code])), ({ rule, code }: PairedFinding) => (code === undefined ? undefined : JSON.stringify([rule, code]))],
  ] as const) {
    const open = Map.groupBy(fixed, (finding) => keyBefore(finding) ?? "");
    const matched = new Set<F>();
    fresh = fresh.filter((finding) => {
      const key = keyAfter(finding);
      const other = key === undefined ? undefined : open.get(key)?.shift();
      if (other === undefined) return true;
      same.push([other, finding]);
      matched.add(other);
      return false;
    });
    fixed = fixed.filter((finding) => !matched.has(finding));
  }
  return { new: fresh, fixed, same };
}
