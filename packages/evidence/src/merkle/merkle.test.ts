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

/** The roots of the first one to eight of these leaves, audit paths and consistency proofs, as the reference implementation's `merkle_tree_test` has them. */
const publishedRoots = ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", publishedRoot];
const publishedPaths: readonly (readonly [index: number, size: number, path: readonly string[]])[] = [
  [0, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]],
  [5, 8, ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]],
  [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
];
const publishedConsistency: readonly (readonly [before: number, size: number, proof: readonly string[]])[] = [
  [1, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]],
  [6, 8, ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]],
  [2, 5, ["5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]],
];

test("the published roots, audit paths and consistency proofs of Certificate Transparency", () => {
  const hashes = published.map((hex) => leafHash(Buffer.from(hex, "hex")));
  const read = readerOf(hashes);
  const hex = (path: readonly Buffer[]): string[] => path.map((hash) => hash.toString("hex"));
  expect(publishedRoots.map((_, place) => treeRoot(place + 1, read).toString("hex"))).toEqual(publishedRoots);
  for (const [index, size, path] of publishedPaths) {
    expect(hex(inclusionProof(index, size, read))).toEqual(path);
    expect(rootOfInclusion(index, size, hashes[index] ?? emptyRoot, path.map((hash) => Buffer.from(hash, "hex")))?.toString("hex")).toBe(publishedRoots[size - 1]);
  }
  for (const [before, size, proof] of publishedConsistency) {
    expect(hex(consistencyProof(before, size, read))).toEqual(proof);
    const stateOf = (count: number) => ({ size: count, root: Buffer.from(publishedRoots[count - 1] ?? "", "hex") });
    expect(isConsistent(stateOf(before), stateOf(size), proof.map((hash) => Buffer.from(hash, "hex")))).toBe(true);
  }
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
