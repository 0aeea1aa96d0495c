import { createHash } from "node:crypto";

/** Bytes of one hash. */
export const hashBytes = 32;

/** The hash of a leaf (RFC 6962 §2.1): SHA-256 of 0x00 and the data. */
export function leafHash(data: Uint8Array): Buffer {
  return createHash("sha256").update(leafPrefix).update(data).digest();
}

/** The hash of a node (RFC 6962 §2.1): SHA-256 of 0x01 and its children's hashes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(nodePrefix).update(left).update(right).digest();
}

/** The root of a tree without leaves (RFC 6962 §2.1). */
export const emptyRoot: Buffer = createHash("sha256").digest();

const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);
