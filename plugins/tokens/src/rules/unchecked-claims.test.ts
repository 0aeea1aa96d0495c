import { expect, test } from "vitest";
import type { Term } from "@muster/contract";
import { called, read, unknown } from "../../test/model.ts";
import { uncheckedClaims } from "./unchecked-claims.ts";

const fixed = { algorithms: ["RS256"] };
const published: Term = { kind: "attribute", of: { kind: "symbol", name: "app.keys.jwks" }, name: "key" };

test("an expiry that is switched off is reported, one that is required is not", () => {
  expect(read(uncheckedClaims, called("jwt.decode", 3, [unknown, unknown], { ...fixed, options: { verify_exp: false } }), called("jwt.decode", 4, [unknown, unknown], { ...fixed, options: { require: ["exp"] } }))).toEqual(["3 expiry medium"]);
});

test("the audience counts where the key is an issuer's, and not for tokens of one's own", () => {
  const open = { ...fixed, options: { verify_aud: false } };
  expect(read(uncheckedClaims, called("jwt.decode", 3, [unknown, published], open))).toEqual(["3 audience low"]);
  expect(read(uncheckedClaims, called("jwt.decode", 3, [unknown, unknown], open), called("jwt.decode", 4, [unknown, published], { ...open, issuer: "https://issuer.example" }))).toEqual([]);
});

test("Authlib's claims are to be validated, wherever that is done", () => {
  const decoded = called("authlib.jose.JsonWebToken().decode", 3, [unknown, unknown], {}, { receiver: { kind: "call", callee: { kind: "symbol", name: "authlib.jose.JsonWebToken" }, args: [{ kind: "collection", type: "list", items: [{ kind: "const", value: "RS256" }] }], keywords: [], span: called("x", 1, []).span } });
  const receiver: Term = { kind: "call", callee: { kind: "unknown", reason: "" }, args: [], keywords: [], span: decoded.span };
  expect(read(uncheckedClaims, decoded)).toEqual(["3 never-validated medium"]);
  expect(read(uncheckedClaims, decoded, called("authlib.jose.JsonWebToken().decode().validate", 9, [], {}, { receiver }))).toEqual([]);
});
