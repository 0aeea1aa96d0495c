import { expect, test } from "vitest";
import { roleNamed, roleOf } from "./role.ts";
import * as t from "./test-support/terms.ts";

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
