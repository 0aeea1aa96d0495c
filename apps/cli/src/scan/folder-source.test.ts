import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TemporaryFolder } from "../../test/temporary-folder.ts";
import { folderSource } from "./folder-source.ts";

test("a file is decoded by its BOM, else by its coding line, else as UTF-8", () => {
  using folder = new TemporaryFolder({ "utf8.py": "é" });
  writeFileSync(folder.at("latin.py"), Buffer.from("# -*- coding: latin-1 -*-\n\xe9", "latin1"));
  writeFileSync(folder.at("wide.py"), Buffer.from("\ufeffé", "utf16le"));
  writeFileSync(folder.at("odd.py"), "# coding: no-such-name\né");
  const read = folderSource(folder.path);
  expect(read("utf8.py")).toBe("é");
  expect(read("latin.py")).toBe("# -*- coding: latin-1 -*-\né");
  expect(read("wide.py")).toBe("é");
  expect(read("odd.py")).toContain("é");
});

test.skipIf(process.platform === "win32")("nothing outside of the folder is read, by path or by link", () => {
  using folder = new TemporaryFolder({ "secret.txt": "outside" });
  mkdirSync(folder.at("tree"));
  symlinkSync(folder.at("secret.txt"), folder.at("tree/link.py"));
  const read = folderSource(folder.at("tree"));
  expect(read("link.py")).toBeUndefined();
  expect(read("../secret.txt")).toBeUndefined();
  expect(read("gone.py")).toBeUndefined();
});
