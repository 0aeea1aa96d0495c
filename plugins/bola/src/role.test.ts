import type { Term } from "@muster/contract";
import { expect, test } from "vitest";
import { roleNamed, roleOf as roleIn } from "./role.ts";
import type { Role } from "./role.ts";
import { createTermIndex } from "./term-index.ts";
import * as t from "./test-support/terms.ts";

function roleOf(term: Term): Role | undefined {
  return roleIn(term, createTermIndex());
}

test("administrators are told from other roles", () => {
  expect(roleOf(t.at(t.caller, "is_superuser"))).toEqual({ name: "is_superuser", administrative: true });
  expect(roleOf(t.eq(t.at(t.caller, "role"), t.value("admin")))).toEqual({ name: "admin", administrative: true });
  expect(roleOf(t.eq(t.at(t.caller, "role"), t.value("editor")))).toEqual({ name: "role", administrative: false });
  expect(roleOf(t.isIn(t.value("items:write"), t.at(t.caller, "scopes")))).toMatchObject({ administrative: false });
});

test("being there, active or verified is no role", () => {
  expect(roleOf(t.caller)).toBeUndefined();
  expect(roleOf(t.at(t.caller, "is_active"))).toBeUndefined();
});

test("a guard that asks for one of several roles is administrative only if all of them are", () => {
  expect(roleNamed(["admin", "superuser"]).administrative).toBe(true);
  expect(roleNamed(["admin", "editor"]).administrative).toBe(false);
  expect(roleNamed([]).administrative).toBe(false);
});

test("how a connection was made names no role, whatever its address holds", () => {
  const engine = t.call(t.symbol("sqlalchemy.create_engine"), t.value("postgresql://admin:hunter2@db/shop"));
  const found = t.send(t.call(t.symbol("sqlalchemy.orm.Session"), engine), "get", t.symbol("app.models.User"), t.at(t.caller, "sub"));
  expect(roleOf(found)).toBeUndefined();
});

test("a member of an enumeration is named by its value", () => {
  const member: Term = { kind: "instance", class: "app.roles.Role", attributes: [{ name: "value", value: t.value("admin") }] };
  expect(roleOf(t.eq(t.at(t.caller, "kind"), member))).toEqual({ name: "admin", administrative: true });
});
