import type { Finding } from "@muster/contract";

export interface FindingDiff {
  readonly new: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly unchanged: number;
}

/**
 * Tells new findings from those that were there: by fingerprint, then by the same rule on the same endpoint (a renamed
 * one is the same) and symbol, then by the same rule on the same code, which a function that moved to another file keeps.
 */
export function pairFindings(before: readonly Finding[], after: readonly Finding[], endpointBefore: (id: string) => string | undefined): FindingDiff {
  let fixed = before;
  let fresh = after;
  for (const [keyBefore, keyAfter] of [
    [({ fingerprint }: Finding) => fingerprint, ({ fingerprint }: Finding) => fingerprint],
    [({ rule, endpoint, symbol }: Finding) => (endpoint === undefined ? undefined : JSON.stringify([rule, endpoint, symbol])), ({ rule, endpoint, symbol }: Finding) => (endpoint === undefined ? undefined : JSON.stringify([rule, endpointBefore(endpoint), symbol]))],
    [({ rule, code }: Finding) => (code === undefined ? undefined : JSON.stringify([rule, code])), ({ rule, code }: Finding) => (code === undefined ? undefined : JSON.stringify([rule, code]))],
  ] as const) {
    const open = new Map<string, number>();
    for (const finding of fixed) {
      const key = keyBefore(finding);
      if (key !== undefined) open.set(key, (open.get(key) ?? 0) + 1);
    }
    const matched = new Map<string, number>();
    fresh = fresh.filter((finding) => {
      const key = keyAfter(finding);
      const left = key === undefined ? 0 : (open.get(key) ?? 0);
      if (key === undefined || left === 0) return true;
      open.set(key, left - 1);
      matched.set(key, (matched.get(key) ?? 0) + 1);
      return false;
    });
    fixed = fixed.filter((finding) => {
      const key = keyBefore(finding);
      const gone = key === undefined ? 0 : (matched.get(key) ?? 0);
      if (key === undefined || gone === 0) return true;
      matched.set(key, gone - 1);
      return false;
    });
  }
  return { new: fresh, fixed, unchanged: after.length - fresh.length };
}
