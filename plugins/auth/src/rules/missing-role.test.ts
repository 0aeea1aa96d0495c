import type { HandlerTrace, Term } from "@muster/contract";
import { expect, test } from "vitest";
import { at, endpoint, guard, model, read } from "../../test/model.ts";
import { authzFn01 } from "../controls/authz-fn-01.ts";
import { missingRole } from "./missing-role.ts";

const user: Term = { kind: "principal", guard: "app.deps.get_current_user" };
const attribute = (name: string, of: Term = user): Term => ({ kind: "attribute", of, name });
const constant = (value: string | number | boolean | null): Term => ({ kind: "const", value });
const call = (callee: Term, ...args: Term[]): Term => ({ kind: "call", callee, args, keywords: [], span: at(30) });
const operation = (operator: string, ...operands: Term[]): Term => ({ kind: "operation", operator, operands });

/** A handler that succeeds only where the term is false, and raises 403 otherwise. */
function unless(term: Term): HandlerTrace {
  return { events: [], exits: [{ kind: "return", span: at(40), value: constant(null), under: [{ term, holds: false, span: at(30), otherwise: { kind: "raise", status: 403, span: at(31) } }], after: [] }], lost: [], complete: true };
}

const sure = { posture: "protected", guards: [guard()] } as const;
const on = (trace: HandlerTrace | undefined, what = "DELETE /admin/items") => ({ ...model([endpoint(what, sure)]), trace: () => trace });
const statusOn = (term: Term): string | undefined => [...authzFn01.judge(on(unless(term)))][0]?.status;

test.each([
  ["an attribute that is compared", operation("!=", attribute("role"), constant("admin"))],
  ["a flag", operation("not", attribute("is_admin"))],
  ["a member of a list of roles", operation("not in", constant("admin"), attribute("roles"))],
  ["a permission that is asked of the caller", operation("not", call(attribute("has_perm"), constant("shop.change")))],
  ["a claim", operation("!=", { kind: "item", of: user, key: constant("role") }, constant("admin"))],
  ["a claim by get()", operation("!=", call(attribute("get"), constant("role")), constant("admin"))],
  ["a list of callers that the code holds", operation("not in", attribute("id"), attribute("ADMINS", { kind: "symbol", name: "app.settings" }))],
  ["a role or another one", operation("and", operation("!=", attribute("role"), constant("a")), operation("!=", attribute("role"), constant("b")))],
])("%s is a role", (_, term) => {
  expect(statusOn(term)).toBe("pass");
  expect(read(missingRole, on(unless(term)))).toEqual([]);
});

test.each([
  ["being there", operation("is", user, constant(null))],
  ["being signed in", operation("not", attribute("is_authenticated"))],
  ["being active", operation("not", attribute("is_active"))],
  ["the kind of the token", operation("!=", { kind: "item", of: user, key: constant("type") }, constant("access"))],
])("%s is none", (_, term) => {
  expect(statusOn(term)).toBe("fail");
  expect(read(missingRole, on(unless(term)))[0]).toMatchObject({ message: "administrative", severity: "high" });
});

test.each([
  ["a check that was not followed", operation("not", call({ kind: "symbol", name: "acme.may" }, user, constant("items:delete"))), "indeterminate"],
  ["a secret that is compared", operation("!=", { kind: "input", source: "header", name: "X-Key" }, attribute("KEY", { kind: "symbol", name: "app.settings" })), "indeterminate"],
  ["the caller's standing to what it chose", operation("!=", attribute("owner_id", call({ kind: "symbol", name: "app.get" }, { kind: "input", source: "path", name: "id" })), attribute("id")), "not_applicable"],
])("%s decides nothing about roles", (_, term, status) => {
  expect(statusOn(term)).toBe(status);
  expect(read(missingRole, on(unless(term)))).toEqual([]);
});

test("a handler that was not followed is undecided, and never a pass", () => {
  expect([...authzFn01.judge(on(undefined))][0]?.status).toBe("indeterminate");
});

test("an ordinary read needs no role; a public write fails, and an approved one is not applicable", () => {
  const input = model([endpoint("GET /items", sure), endpoint("POST /items"), endpoint("POST /contact")], { approved: ["POST /contact"] });
  expect([...authzFn01.judge(input)].map(({ status }) => status)).toEqual(["not_applicable", "fail", "not_applicable"]);
});
