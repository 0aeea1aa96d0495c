import { hashBytes } from "../merkle/hash.ts";

/** That a record is in a log, to be checked by whoever has the log's key (C2SP tlog-proof). */
export interface LogProof {
  readonly index: number;
  /** The audit path, from the leaf upwards. */
  readonly path: readonly Buffer[];
  /** The signed checkpoint that the path leads to. */
  readonly checkpoint: string;
}

const header = "c2sp.org/tlog-proof@v1";

export function formatLogProof({ index, path, checkpoint }: LogProof): string {
  return `${[header, `index ${index}`, ...path.map((hash) => hash.toString("base64"))].join("\n")}\n\n${checkpoint}`;
}

/** Reads a proof. Throws where it is none. */
export function parseLogProof(text: string): LogProof {
  const cut = text.indexOf("\n\n");
  const [first, index = "", ...hashes] = cut < 0 ? [] : text.slice(0, cut).split("\n");
  const path = hashes.map((hash) => Buffer.from(hash, "base64"));
  if (first !== header || !/^index (0|[1-9]\d{0,15})$/.test(index) || path.length > 63 || path.some((hash, place) => hash.length !== hashBytes || hash.toString("base64") !== hashes[place])) throw new Error("This is no proof that a record is in a log (c2sp.org/tlog-proof@v1).");
  return { index: Number(index.slice("index ".length)), path, checkpoint: text.slice(cut + 2) };
}
