import { lstatSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { expect, test } from "vitest";
import { TemporaryFolder } from "../../test/temporary-folder.ts";
import { checkWritable, writeFileWhole } from "./write-file-whole.ts";

test("a file is replaced, and no draft stays", async () => {
  using folder = new TemporaryFolder({ "a.json": "old" });
  await writeFileWhole(folder.at("a.json"), "new");
  expect(readFileSync(folder.at("a.json"), "utf8")).toBe("new");
  expect(readdirSync(folder.path)).toEqual(["a.json"]);
});

test.skipIf(process.platform === "win32")("a link stays a link, and what it points to is written", async () => {
  using folder = new TemporaryFolder({ "real.json": "old" });
  symlinkSync(folder.at("real.json"), folder.at("link.json"));
  await writeFileWhole(folder.at("link.json"), "new");
  expect(lstatSync(folder.at("link.json")).isSymbolicLink()).toBe(true);
  expect(readFileSync(folder.at("real.json"), "utf8")).toBe("new");
});

test.skipIf(process.platform !== "linux")("a full disk is told with what to do", async () => {
  await expect(writeFileWhole("/dev/full", "x".repeat(100_000))).rejects.toMatchObject({ status: 3, message: "/dev/full cannot be written (ENOSPC).", advice: expect.stringContaining("free some space") });
});

test("what cannot be written is known before any work", async () => {
  using folder = new TemporaryFolder({ file: "" });
  await expect(checkWritable(folder.at("absent/a.json"))).rejects.toMatchObject({ status: 2, advice: "Make its folder first." });
  await expect(checkWritable(folder.at("file/a.json"))).rejects.toMatchObject({ status: 2, advice: "A part of its path is a file." });
  await expect(checkWritable(folder.path)).rejects.toMatchObject({ status: 2, advice: "It is a folder: name a file in it." });
  await checkWritable(folder.at("new.json"));
  expect(readdirSync(folder.path)).toEqual(["file"]);
});
