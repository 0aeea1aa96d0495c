import { expect, it } from "vitest";
import { isBase58Check, toBase58Check } from "./base58.ts";

it("the example of its page is Base58Check, and no other text of its length is", () => {
  // The address of https://en.bitcoin.it/wiki/Technical_background_of_version_1_Bitcoin_addresses.
  const address = toBase58Check(Buffer.from("00f54a5851e9372b87810a8e60cdd2e7cfd80b6e31", "hex"));
  expect(address).toBe("1PMycacnJaSqwwJqjawXBErnLsZ7RkXUAs");
  expect(isBase58Check(address)).toBe(true);
  expect(isBase58Check(`${address.slice(0, -1)}t`)).toBe(false);
  expect(isBase58Check(`${address.slice(0, -1)}0`)).toBe(false);
  expect(isBase58Check("")).toBe(false);
});

it("zeros in front are kept", () => {
  const text = toBase58Check(Buffer.from([0, 0, 7]));
  expect(text.startsWith("11")).toBe(true);
  expect(isBase58Check(text)).toBe(true);
});
