import { expect, test } from "vitest";
import { leafHash, nodeHash, emptyRoot } from "./hash.ts";
import { isConsistent, rootOfInclusion } from "./proof.ts";
import { consistencyProof, inclusionProof, treeRoot, type HashReader } from "./tree.ts";
import { decodeEntries, encodeEntries } from "./entries.ts";
import { edgeTiles, tilePath } from "./tiles.ts";

/** The leaves of the Certificate Transparency reference implementation's test tree, and its published roots. */
const published = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const publishedRoot = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";

function readerOf(leaves: readonly Buffer[]): HashReader {
  const read: HashReader = (level, index) => {
    const hash = level === 0 ? leaves[index] : nodeHash(read(level - 1, index * 2), read(level - 1, index * 2 + 1));
    if (hash === undefined) throw new RangeError("no such hash");
    return hash;
  };
  return read;
}

const leaves = Array.from({ length: 40 }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

test("no leaf is proved to be at another's place", () => {
  const read = readerOf(leaves);
  for (let size = 2; size <= leaves.length; size++) {
    for (let index = 0; index < size; index++) expect(rootOfInclusion((index + 1) % size, size, leaves[index] ?? emptyRoot, inclusionProof(index, size, read))).not.toEqual(treeRoot(size, read));
  }
});

test("the published root of eight leaves, and that of none", () => {
  expect(treeRoot(8, readerOf(published.map((hex) => leafHash(Buffer.from(hex, "hex"))))).toString("hex")).toBe(publishedRoot);
  expect(treeRoot(0, readerOf([]))).toEqual(emptyRoot);
  expect(emptyRoot.toString("hex")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("every leaf of every small tree is proved to be in it, and no other is", () => {
  const read = readerOf(leaves);
  for (let size = 1; size <= leaves.length; size++) {
    const root = treeRoot(size, read);
    for (let index = 0; index < size; index++) {
      const path = inclusionProof(index, size, read);
      expect(rootOfInclusion(index, size, leaves[index] ?? emptyRoot, path)).toEqual(root);
      expect(rootOfInclusion(index, size, leafHash(Buffer.from("another")), path)).not.toEqual(root);
      expect(rootOfInclusion(index, size, leaves[index] ?? emptyRoot, [...path, root])).toBeUndefined();
    }
  }
});

const pairs = leaves.flatMap((_, after) => leaves.slice(0, after + 1).map((__, before) => ({ before, after })));

test("every small tree continues every smaller one", () => {
  const read = readerOf(leaves);
  for (const { before, after } of pairs) expect(isConsistent({ size: before, root: treeRoot(before, read) }, { size: after, root: treeRoot(after, read) }, consistencyProof(before, after, read))).toBe(true);
});

test("no tree continues one that was changed", () => {
  const read = readerOf(leaves);
  const changed = readerOf([leafHash(Buffer.from("changed")), ...leaves.slice(1)]);
  for (const { before, after } of pairs.filter((pair) => pair.before > 0 && pair.before < pair.after)) {
    const proof = consistencyProof(before, after, read);
    expect(isConsistent({ size: before, root: treeRoot(before, changed) }, { size: after, root: treeRoot(after, read) }, proof)).toBe(false);
    expect(isConsistent({ size: before, root: treeRoot(before, read) }, { size: after, root: treeRoot(after, changed) }, proof)).toBe(false);
  }
});

test("tiles have the paths of the specification", () => {
  expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe("tile/0/x001/x234/067");
  expect(tilePath({ level: 1, index: 0, width: 7 })).toBe("tile/1/000.p/7");
  expect(tilePath({ level: "entries", index: 273, width: 256 })).toBe("tile/entries/273");
});

test("the right edge of a log has a tile for each level that is not full", () => {
  expect(edgeTiles(0)).toEqual([]);
  expect(edgeTiles(70_000)).toEqual([
    { level: 0, index: 273, width: 112 },
    { level: 1, index: 1, width: 17 },
    { level: 2, index: 0, width: 1 },
  ]);
});

test("entries come out of a tile as they went in, and a cut tile is refused", () => {
  const entries = [Buffer.from("a"), Buffer.alloc(0), Buffer.alloc(65_535, 7)];
  const tile = encodeEntries(entries);
  expect(decodeEntries(tile)).toEqual(entries);
  expect(() => decodeEntries(tile.subarray(0, -1))).toThrow("beyond its end");
  expect(() => encodeEntries([Buffer.alloc(65_536)])).toThrow("does not fit");
});
