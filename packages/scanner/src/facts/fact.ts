/** What an extractor made of one file's bytes, in the form in which it is kept and sent: JSON that only the thread that judges parses. */
export type Fact =
  /** Nothing of interest. */
  | { readonly kind: "none" }
  | { readonly kind: "fact"; readonly json: Uint8Array }
  | { readonly kind: "failed"; readonly reason: string };

const kinds = ["none", "fact", "failed"] as const;

/** One byte for the kind, then JSON or the reason. */
export function encodeFactEntry(fact: Fact): Uint8Array {
  switch (fact.kind) {
    case "none":
      return Uint8Array.of(0);
    case "fact":
      return Buffer.concat([Uint8Array.of(1), fact.json]);
    case "failed":
      return Buffer.concat([Uint8Array.of(2), Buffer.from(fact.reason)]);
    default:
      return fact satisfies never;
  }
}

export function decodeFactEntry(entry: Uint8Array): Fact | undefined {
  const kind = kinds[entry[0] ?? -1];
  switch (kind) {
    case "none":
      return { kind };
    case "fact":
      return { kind, json: entry.subarray(1) };
    case "failed":
      return { kind, reason: Buffer.from(entry.subarray(1)).toString("utf8") };
    default:
      return kind satisfies undefined;
  }
}
