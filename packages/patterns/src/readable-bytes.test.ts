import { expect, it } from "vitest";
import { readableBytes } from "./readable-bytes.ts";

const text = (bytes: Buffer): string | undefined => {
  const readable = readableBytes(bytes);
  return readable.kind === "text" ? readable.bytes.toString("utf8") : undefined;
};

it("UTF-16 is decoded by its byte order mark, in both orders", () => {
  const little = Buffer.from("\uFEFFkey = é", "utf16le");
  expect(text(little)).toBe("key = é");
  expect(text(Buffer.from(little).swap16())).toBe("key = é");
});

it("a UTF-16 file with an odd byte at its end is read up to it", () => {
  expect(text(Buffer.concat([Buffer.from("\uFEFFkey", "utf16le").swap16(), Buffer.from([0])]))).toBe("key");
});

it("a NUL among the first 8,000 bytes makes a file binary, a later one does not", () => {
  expect(text(Buffer.from("a\0b"))).toBeUndefined();
  expect(text(Buffer.concat([Buffer.alloc(8000, "a"), Buffer.from([0])]))).toHaveLength(8001);
});

it("invalid UTF-8 keeps its offsets and its ASCII", () => {
  expect(text(Buffer.from([0x61, 0xe9, 0x62, 0xff]))).toBe("a\x1ab\x1a");
});

it("UTF-16 without a mark is told by its NULs", () => {
  const text = "password = 'é and other words'";
  const little = Buffer.from(text, "utf16le");
  expect(readableBytes(little)).toEqual({ kind: "text", bytes: Buffer.from(text) });
  expect(readableBytes(Buffer.from(little).swap16())).toEqual({ kind: "text", bytes: Buffer.from(text) });
  expect(readableBytes(Buffer.concat([Buffer.from("abcdefgh\0\0\0\0"), little]))).toEqual({ kind: "binary" });
});
