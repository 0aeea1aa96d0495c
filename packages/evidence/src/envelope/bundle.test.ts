import { createHash, createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { dsse } from "@sigstore/core";
import { expect, test } from "vitest";
import { fingerprintOf, hintOf, openBundle, signStatement } from "./bundle.ts";
import { predicateTypeOf, statementType, type Statement } from "./statement.ts";

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const statement: Statement = { _type: statementType, subject: [{ name: "acme/api", digest: { gitCommit: "d20ace7968ba43c0219f62d71334c1095bab1602" } }], predicateType: predicateTypeOf("scan-run"), predicate: { mode: "post-merge" } };

test("the pre-authentication encoding and the signature of the specification's example", () => {
  const encoded = dsse.preAuthEncoding("http://example.com/HelloWorld", Buffer.from("hello world"));
  expect(encoded.toString()).toBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  const coordinate = (decimal: string): string => Buffer.from(BigInt(decimal).toString(16).padStart(64, "0"), "hex").toString("base64url");
  const key = createPublicKey({
    format: "jwk",
    key: { kty: "EC", crv: "P-256", x: coordinate("46950820868899156662930047687818585632848591499744589407958293238635476079160"), y: coordinate("5640078356564379163099075877009565129882514886557779369047442380624545832820") },
  });
  const signature = Buffer.from("A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==", "base64");
  expect(verify("sha256", encoded, { key, dsaEncoding: "ieee-p1363" }, signature)).toBe(true);
});

test("what was signed opens with the key, and with no other", () => {
  const bundle = signStatement(statement, privateKey, fingerprintOf(publicKey));
  expect(hintOf(bundle)).toBe(createHash("sha256").update(publicKey.export({ type: "spki", format: "der" })).digest("hex"));
  expect(openBundle(bundle, publicKey)).toEqual(statement);
  expect(() => openBundle(bundle, generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey)).toThrow("another key signed it");
});

test("a changed byte of the bundle changes nothing that is believed", () => {
  const bundle = signStatement(statement, privateKey, "hint");
  for (let at = 0; at < bundle.length; at++) {
    const changed = Buffer.from(bundle);
    changed[at] = (changed[at] ?? 0) ^ 1;
    let opened: Statement | undefined;
    try {
      opened = openBundle(changed, publicKey);
    } catch {
      continue;
    }
    expect(opened, `byte ${at}`).toEqual(statement);
  }
});

test("an envelope of something else is no statement", () => {
  const other = { ...statement, _type: "https://in-toto.io/Statement/v0.1" } as unknown as Statement;
  expect(() => openBundle(signStatement(other, privateKey, ""), publicKey)).toThrow("no in-toto statement");
});
