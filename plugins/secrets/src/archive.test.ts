import { gzipSync } from "node:zlib";
import type { Json } from "@muster/contract";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readArchive } from "./archive.ts";
import type { SecretFact } from "./candidate.ts";
import { candidates } from "./extractor.ts";
import { alnum, sampleOf } from "./part.ts";
import { github } from "./vendors/github.ts";

const token = github.formats[0]?.examples()[0]?.secret ?? "";
const random = sampleOf([alnum(24)]);
const options: Json = { engine: "portable", hashKey: "00".repeat(32), archives: true };
await candidates.prepare?.(options);

function scan(bytes: Buffer, given: Json = options): SecretFact | undefined {
  return candidates.extract({ file: { path: "a.zip", size: bytes.length, role: "source" }, bytes, text: () => "", options: given });
}

/** One POSIX header and its content, padded. */
function tarred(name: string, text: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(Buffer.byteLength(text).toString(8).padStart(11, "0"), 124);
  header.write("0", 156);
  header.write("ustar\0", 257);
  return Buffer.concat([header, Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512, 0).fill(text, 0, Buffer.byteLength(text))]);
}

const text = `x = 1\ntoken = "${token}"\n`;
const zip = Buffer.from(zipSync({ "app/settings.py": strToU8(text), "app/empty.py": strToU8("") }));
const tar = Buffer.concat([tarred("app/settings.py", text), Buffer.alloc(1024)]);

describe("an archive", () => {
  it.each([["zip", zip], ["tar", tar], ["tar.gz", gzipSync(tar)]])("of the kind %s is read where it is asked for", (_, bytes) => {
    expect(scan(bytes)).toMatchObject({ complete: true, candidates: [{ format: "github-token", line: 1, entry: { name: "app/settings.py", line: 2 } }] });
  });

  it("is a binary file where it is not", async () => {
    const off: Json = { engine: "portable", hashKey: "00".repeat(32) };
    await candidates.prepare?.(off);
    expect(scan(zip, off)).toBeUndefined();
  });

  it("that is one compressed file has no name for it", () => {
    expect(scan(gzipSync(Buffer.from(text)))?.candidates).toMatchObject([{ entry: { name: "", line: 2 } }]);
  });

  it("in an archive is not opened, and that is told", () => {
    expect(scan(Buffer.from(zipSync({ "inner.zip": zip })))).toMatchObject({ complete: false, candidates: [] });
  });

  it("that is damaged is not read to its end, and that is told", () => {
    expect(scan(zip.subarray(0, 60))).toMatchObject({ complete: false });
    expect(scan(gzipSync(tar).subarray(0, 40))).toMatchObject({ complete: false });
    expect(scan(tar.subarray(0, 520))).toMatchObject({ complete: false });
  });

  it("names of files are shown without what would move a terminal's cursor", () => {
    expect(scan(Buffer.concat([tarred("a\u001b[2J\u202eb.env", `TOKEN=${random}\n`), Buffer.alloc(1024)]))?.candidates).toMatchObject([{ entry: { name: "a�[2J�b.env" } }]);
  });
});

describe("a bomb", () => {
  const limits = { bytes: 1024 * 1024, entries: 3 };

  it("of one file is not unpacked beyond the limit", () => {
    const bomb = Buffer.alloc(8 * 1024 * 1024);
    expect(readArchive(Buffer.from(zipSync({ bomb })), limits)).toEqual({ entries: [], complete: false });
    expect(readArchive(gzipSync(bomb), limits)).toEqual({ entries: [], complete: false });
  });

  it("of many files is unpacked up to the limit, and the rest is told", () => {
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.txt`, strToU8("a")]));
    expect(readArchive(Buffer.from(zipSync(files)), limits)).toMatchObject({ complete: false, entries: [{ name: "0.txt" }, { name: "1.txt" }, { name: "2.txt" }] });
    expect(readArchive(Buffer.concat(Object.keys(files).map((name) => tarred(name, "a"))), limits)?.entries).toHaveLength(3);
  });

  it("whose header promises less than it holds does not get more", () => {
    const honest = Buffer.from(zipSync({ "a.txt": Buffer.alloc(100_000, "password ") }));
    // The size that the central directory declares, 24 bytes into its only record.
    honest.writeUInt32LE(10, honest.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    const read = readArchive(honest, limits);
    expect(read?.entries.reduce((sum, { bytes }) => sum + bytes.length, 0) ?? 0).toBeLessThanOrEqual(10);
  });
});
