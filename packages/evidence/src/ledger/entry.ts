import { createHash } from "node:crypto";

/** A leaf of the log: small, and without anything that might have to be deleted. What it speaks of lies beside the log. */
export interface LedgerEntry {
  /** The kind of record: `scan-run`, `ref-update`, `key`. */
  readonly type: string;
  /** Its place in the log, from 0. */
  readonly sequence: number;
  /** SHA-256 of the record's bundle, in hexadecimal. */
  readonly sha256: string;
  /** When it was written: RFC 3339, in UTC, with milliseconds. */
  readonly time: string;
}

const typeName = /^[a-z][a-z0-9-]{0,63}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** An entry as its bytes in the log: one line of JSON with its members in this order. */
export function encodeEntry({ type, sequence, sha256, time }: LedgerEntry): Buffer {
  if (!typeName.test(type)) throw new RangeError(`"${type}" is no kind of record.`);
  return Buffer.from(JSON.stringify({ type, sequence, sha256, time }));
}

/** Reads an entry. Throws where the bytes are not exactly those that `encodeEntry` writes. */
export function decodeEntry(bytes: Uint8Array): LedgerEntry {
  const text = Buffer.from(bytes).toString("utf8");
  let read: Partial<Record<keyof LedgerEntry, unknown>>;
  try {
    read = JSON.parse(text) ?? {};
  } catch {
    throw new Error("An entry of the log is damaged: it is no JSON.");
  }
  const { type, sequence, sha256, time } = read;
  if (typeof type !== "string" || !typeName.test(type) || typeof sequence !== "number" || !Number.isSafeInteger(sequence) || sequence < 0 || typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256) || typeof time !== "string" || !instant.test(time)) throw new Error("An entry of the log is damaged: it lacks a kind, a place, a digest or a time.");
  const entry: LedgerEntry = { type, sequence, sha256, time };
  if (encodeEntry(entry).toString() !== text) throw new Error("An entry of the log is damaged: it is not written as entries are.");
  return entry;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
