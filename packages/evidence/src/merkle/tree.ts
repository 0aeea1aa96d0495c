import { emptyRoot, nodeHash } from "./hash.ts";

/** The hash of a complete subtree: of the leaves from `index << level` on, `1 << level` of them. Throws where it is not to be had. */
export type HashReader = (level: number, index: number) => Buffer;

/** The root of the first `size` leaves (RFC 6962 §2.1). */
export function treeRoot(size: number, read: HashReader): Buffer {
  return size === 0 ? emptyRoot : rangeHash(0, size, read);
}

/** The audit path of a leaf in the tree of the first `size` leaves (RFC 6962 §2.1.1), from the leaf upwards. */
export function inclusionProof(index: number, size: number, read: HashReader): Buffer[] {
  if (index < 0 || index >= size) throw new RangeError(`There is no record ${index} in a log of ${size}.`);
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    if (index < middle) {
      path.push(rangeHash(middle, to, read));
      to = middle;
    } else {
      path.push(rangeHash(from, middle, read));
      from = middle;
    }
  }
  return path.reverse();
}

/** Proof that the tree of the first `size` leaves continues that of the first `before` (RFC 6962 §2.1.2). */
export function consistencyProof(before: number, size: number, read: HashReader): Buffer[] {
  if (before < 0 || before > size) throw new RangeError(`A log of ${size} records never had ${before}.`);
  if (before === 0 || before === size) return [];
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  let isWhole = true;
  while (to !== before) {
    const middle = from + largestPowerBelow(to - from);
    if (before <= middle) {
      path.push(rangeHash(middle, to, read));
      to = middle;
    } else {
      path.push(rangeHash(from, middle, read));
      from = middle;
      isWhole = false;
    }
  }
  if (!isWhole) path.push(rangeHash(from, to, read));
  return path.reverse();
}

/** The hash over the leaves from `from` up to `to`; `from` is the beginning of a subtree. */
function rangeHash(from: number, to: number, read: HashReader): Buffer {
  const count = to - from;
  const level = Math.log2(count);
  if (Number.isInteger(level)) return read(level, from / count);
  const middle = from + largestPowerBelow(count);
  return nodeHash(rangeHash(from, middle, read), rangeHash(middle, to, read));
}

/** The largest power of two below a number from 2 on. */
function largestPowerBelow(count: number): number {
  return 2 ** (Math.ceil(Math.log2(count)) - 1);
}
