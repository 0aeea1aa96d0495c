import { nodeHash } from "./hash.ts";

/** The root that an audit path leads to (RFC 9162 §2.1.3.2); undefined where the path has not the length that the tree asks for. */
export function rootOfInclusion(index: number, size: number, leaf: Uint8Array, path: readonly Uint8Array[]): Buffer | undefined {
  if (!isCount(index) || !isCount(size) || index >= size) return undefined;
  let [first, last] = [index, size - 1];
  let hash: Buffer = Buffer.from(leaf);
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (first % 2 === 1 || first === last) {
      hash = nodeHash(sibling, hash);
      while (first % 2 === 0 && first !== 0) [first, last] = [half(first), half(last)];
    } else hash = nodeHash(hash, sibling);
    [first, last] = [half(first), half(last)];
  }
  return last === 0 ? hash : undefined;
}

/** Whether a tree continues an earlier one (RFC 9162 §2.1.4.2). */
export function isConsistent(before: { readonly size: number; readonly root: Uint8Array }, after: { readonly size: number; readonly root: Uint8Array }, proof: readonly Uint8Array[]): boolean {
  if (!isCount(before.size) || !isCount(after.size) || before.size > after.size) return false;
  if (before.size === after.size) return proof.length === 0 && equal(before.root, after.root);
  if (before.size === 0) return proof.length === 0;
  // Where the earlier tree is complete, its root is the beginning of the path.
  const path = Number.isInteger(Math.log2(before.size)) ? [before.root, ...proof] : [...proof];
  const [start, ...rest] = path;
  if (start === undefined) return false;
  let [first, last] = [before.size - 1, after.size - 1];
  while (first % 2 === 1) [first, last] = [half(first), half(last)];
  let old: Buffer = Buffer.from(start);
  let now: Buffer = old;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (first % 2 === 1 || first === last) {
      old = nodeHash(sibling, old);
      now = nodeHash(sibling, now);
      while (first % 2 === 0 && first !== 0) [first, last] = [half(first), half(last)];
    } else now = nodeHash(now, sibling);
    [first, last] = [half(first), half(last)];
  }
  return last === 0 && equal(old, before.root) && equal(now, after.root);
}

function half(count: number): number {
  return Math.floor(count / 2);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
