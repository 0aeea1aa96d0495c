import { hashBytes } from "../merkle/hash.ts";

/** The state of a log (C2SP tlog-checkpoint), without its signatures. */
export interface Checkpoint {
  /** The log's name. */
  readonly origin: string;
  /** Records in it. */
  readonly size: number;
  readonly root: Buffer;
  /** Further lines, opaque to others. */
  readonly extensions: readonly string[];
}

/** The text that is signed. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return `${[origin, size, root.toString("base64"), ...extensions].join("\n")}\n`;
}

/** Reads a checkpoint's text. Throws where it is none. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = "", size = "", root = "", ...extensions] = text.slice(0, -1).split("\n");
  const bytes = Buffer.from(root, "base64");
  if (!text.endsWith("\n") || origin === "" || !/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)) || bytes.length !== hashBytes || bytes.toString("base64") !== root || extensions.includes("")) throw new Error("This is no checkpoint: it has not a name, a size and a root on its first three lines.");
  return { origin, size: Number(size), root: bytes, extensions };
}
