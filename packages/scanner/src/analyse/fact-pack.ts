import type { DemandedFact, Json } from "@muster/contract";
import type { FactPack } from "./protocol.ts";

/** Facts of paths, ready to be handed to another thread without copying. */
export function packFacts(facts: readonly { readonly path: string; readonly json?: Uint8Array; readonly reason?: string }[]): FactPack {
  const bytes = new Uint8Array(facts.reduce((total, { json }) => total + (json?.length ?? 0), 0));
  let at = 0;
  for (const { json } of facts) {
    if (json === undefined) continue;
    bytes.set(json, at);
    at += json.length;
  }
  return { entries: facts.map(({ path, json, reason }) => ({ path, length: json?.length ?? 0, ...(reason !== undefined && { reason }) })), bytes };
}

/** The parsing edge of facts: they were made by our own encoder, and checked by a checksum where they were kept. */
export function unpackFacts(pack: FactPack, memory?: FactMemory): Map<string, DemandedFact> {
  const bytes = Buffer.from(pack.bytes.buffer, pack.bytes.byteOffset, pack.bytes.byteLength);
  const facts = new Map<string, DemandedFact>();
  let at = 0;
  for (const { path, length, reason } of pack.entries) {
    if (reason !== undefined) facts.set(path, { status: "failed", reason });
    else {
      facts.set(path, { status: "known", fact: memory ? memory.fact(path, bytes.subarray(at, at + length)) : parse(bytes.subarray(at, at + length)) });
    }
    at += length;
  }
  return facts;
}

function parse(json: Buffer): Json {
  return JSON.parse(json.toString("utf8"));
}

/** Facts from one commit to the next: one that says the same is the same object, and is not parsed again. */
export class FactMemory {
  readonly #known: Map<string, { readonly json: Buffer; readonly fact: Json }> = new Map();

  fact(path: string, json: Buffer): Json {
    const known = this.#known.get(path);
    if (known?.json.equals(json)) return known.fact;
    const fact = parse(json);
    this.#known.set(path, { json: Buffer.from(json), fact });
    return fact;
  }
}
