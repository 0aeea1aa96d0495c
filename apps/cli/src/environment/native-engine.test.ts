import { expect, test } from "vitest";
import { TemporaryFolder } from "../../test/temporary-folder.ts";
import { findNativeEngine } from "./native-engine.ts";

const name = `re2-1.2.3-node${process.versions.modules}-${process.platform}-${process.arch}`;

test("the engine of this Node and machine is found in the cache folder", () => {
  using folder = new TemporaryFolder({ [`native/${name}/re2.js`]: "", [`native/${name}/build/Release/re2.node`]: "" });
  expect(findNativeEngine({}, folder.path)).toEqual({ place: "folder", folder: folder.at(`native/${name}`) });
});

test("one of another Node, or without its addon, is not taken", () => {
  using folder = new TemporaryFolder({ "native/re2-1.2.3-node1-linux-x64/re2.js": "", "native/re2-1.2.3-node1-linux-x64/build/Release/re2.node": "", [`native/${name}/re2.js`]: "" });
  expect(findNativeEngine({}, folder.path).place).not.toBe("folder");
});

test("MUSTER_NATIVE comes first, and when it holds nothing no other is taken", () => {
  using folder = new TemporaryFolder({ [`native/${name}/re2.js`]: "", [`native/${name}/build/Release/re2.node`]: "", "own/re2.js": "", "own/build/Release/re2.node": "" });
  expect(findNativeEngine({ MUSTER_NATIVE: folder.at("own") }, folder.path)).toEqual({ place: "folder", folder: folder.at("own") });
  expect(findNativeEngine({ MUSTER_NATIVE: folder.at("absent") }, folder.path)).toEqual({ place: "none" });
});
