import { expect, test } from "vitest";
import { byDefault, called, read, unknown } from "../../test/model.ts";
import { unverifiedSignature } from "./unverified-signature.ts";

const off = { options: { verify_signature: false } };

test("a token that is read without its signature is reported, and one that is verified is not", () => {
  expect(read(unverifiedSignature, called("jwt.decode", 3, [unknown], off), called("jwt.decode", 9, [unknown, unknown], { algorithms: ["HS256"] }))).toEqual(["3 decode high"]);
});

test("a look at a token that the same function verifies is none; one beside a token that is never verified is", () => {
  const verified = called("jwt.decode", 4, [unknown, unknown], { algorithms: ["HS256"] }, { symbol: "app.auth.f3" });
  expect(read(unverifiedSignature, called("jwt.decode", 3, [unknown], off), verified)).toEqual([]);
  expect(read(unverifiedSignature, called("jwt.decode", 3, [unknown], off), called("jwt.decode", 4, [unknown], off, { symbol: "app.auth.f3" }))).toEqual(["3 decode high", "4 decode high"]);
});

test("a switch that the environment decides is no finding where it is on by default, and a lesser one where it is off", () => {
  const by = (verify: boolean) => called("jwt.decode", 3, [unknown, unknown], { algorithms: ["HS256"], options: { verify_signature: byDefault(verify) } });
  expect(read(unverifiedSignature, by(true))).toEqual([]);
  expect(read(unverifiedSignature, by(false))).toEqual(["3 default medium"]);
});

test("what is wrong on one of two ways to the same place is wrong", () => {
  const way = (verify: boolean) => called("jwt.decode", 3, [unknown, unknown], { algorithms: ["HS256"], options: { verify_signature: verify } });
  expect(read(unverifiedSignature, way(true), way(false))).toEqual(["3 decode high"]);
});

test("a call of another library with the same arguments is not looked at", () => {
  expect(read(unverifiedSignature, called("yaml.decode", 3, [unknown], off))).toEqual([]);
});
