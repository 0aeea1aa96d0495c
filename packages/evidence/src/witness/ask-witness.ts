import type { LedgerReader } from "../ledger/ledger-reader.ts";

/** What a witness answered: its signatures, as lines to be put behind the checkpoint; or why it gave none. */
export type WitnessAnswer = { readonly status: "cosigned"; readonly lines: string } | { readonly status: "refused"; readonly reason: string };

const waitMs = 30_000;
const longest = 100_000;

/**
 * Asks a witness to sign the ledger's checkpoint (C2SP tlog-witness §add-checkpoint): it is shown that the ledger
 * continues what the witness saw last, and signs nothing else. `seen`: the size that it saw last; it corrects a wrong one.
 */
export async function askWitness(reader: LedgerReader, url: URL, seen: number): Promise<WitnessAnswer> {
  let old = seen;
  // Once with what is believed, once with what the witness says.
  for (let attempt = 0; attempt < 2; attempt++) {
    const response = await fetch(url, { method: "POST", body: checkpointRequest(reader, old), redirect: "error", signal: AbortSignal.timeout(waitMs) });
    const text = (await response.text()).slice(0, longest);
    if (response.status === 200) return /^(?:\u2014 \S+ [A-Za-z0-9+/]+={0,2}\n)+$/u.test(text) ? { status: "cosigned", lines: text } : { status: "refused", reason: "its answer is no signature" };
    const size = Number(text.trim());
    if (response.status !== 409 || !Number.isSafeInteger(size) || size < 0 || size === old) return { status: "refused", reason: `it answered ${response.status}` };
    if (size > reader.size) return { status: "refused", reason: `it has seen ${size} records, and the ledger has ${reader.size}: the ledger was rolled back` };
    old = size;
  }
  return { status: "refused", reason: "it says another size each time" };
}

/** `old <size>`, the consistency proof, an empty line, the checkpoint. */
export function checkpointRequest(reader: LedgerReader, old: number): string {
  const proof = old === 0 || old === reader.size ? [] : reader.proveConsistency(old).map((hash) => hash.toString("base64"));
  return `${[`old ${old}`, ...proof].join("\n")}\n\n${reader.note}`;
}
