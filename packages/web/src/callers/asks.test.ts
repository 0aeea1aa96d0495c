import type { Term } from "@muster/contract";
import { expect, test } from "vitest";
import { askedBy } from "./asks.ts";
import { TermLook } from "./terms.ts";

const span = { path: "app.py", line: 1, column: 1, endLine: 1, endColumn: 2 };
const user: Term = { kind: "principal", guard: "app.user" };
const header: Term = { kind: "input", source: "header", name: "authorization" };
const text = (value: string | null): Term => ({ kind: "const", value });
const symbol = (name: string): Term => ({ kind: "symbol", name });
const of = (term: Term, name: string): Term => ({ kind: "attribute", of: term, name });
const item = (term: Term, key: string): Term => ({ kind: "item", of: term, key: text(key) });
const call = (callee: Term, ...args: Term[]): Term => ({ kind: "call", callee, args, keywords: [], span });
const op = (operator: string, ...operands: Term[]): Term => ({ kind: "operation", operator, operands });
const claims = call(symbol("app.validate"), header);
const found = call(of(symbol("app.users"), "get"), header);

test.each([
  ["that an error is among the claims", op("in", text("error"), claims), "presence"],
  ["that a lookup found nothing", op("is", found, text(null)), "presence"],
  ["what a store says of a token", op("==", call(of(symbol("app.redis"), "get"), header), text("revoked")), "presence"],
  ["that a claim is there", op("is", item(claims, "sub"), text(null)), "presence"],
  ["whose token it is", op("!=", item(claims, "iss"), text("https://issuer")), "presence"],
  ["that a password is in force", of(of(user, "details"), "validated_password"), "presence"],
  ["a secret as it was sent", op("!=", header, of(symbol("app.settings"), "KEY")), "secret"],
  ["a piece of it", op("!=", call(of(header, "removeprefix"), text("Bearer ")), of(symbol("app.settings"), "KEY")), "secret"],
  ["a role among the claims", op("!=", item(claims, "role"), text("admin")), "role"],
  ["a flag of what was found", of(found, "is_admin"), "role"],
  ["a flag of either of two callers", op("not", of(of(op("or", found, call(of(symbol("app.users"), "get"), { kind: "input", source: "cookie", name: "imp" })), "user"), "is_admin")), "role"],
  ["one of the roles of what was found", op("in", text("admin"), of(found, "roles")), "role"],
  ["roles as a set", op("&", call(symbol("builtins.set"), of(user, "roles")), { kind: "collection", type: "set", items: [text("admin")] }), "role"],
  ["a permission", call(of(user, "has_perm"), text("shop.change")), "role"],
  ["a method of the caller", call(of(user, "is_admin")), "role"],
  ["getattr", call(symbol("builtins.getattr"), user, text("is_superuser"), { kind: "const", value: false }), "role"],
  ["a kind of object", call(symbol("builtins.isinstance"), user, symbol("app.AnonymousUser")), "presence"],
  ["a check that was not followed", call(symbol("acme.may"), user, text("items:write")), "unclear"],
  ["an object's owner", op("!=", of(call(symbol("app.get"), { kind: "input", source: "path", name: "id" }), "owner_id"), of(user, "id")), "object"],
  ["nothing of the caller", op("==", of(symbol("app.settings"), "MODE"), text("on")), undefined],
] as const)("%s is asked", (_, term, asked) => {
  expect(askedBy(term, new TermLook())).toBe(asked);
});
