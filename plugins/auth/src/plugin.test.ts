import { describePlugin, resultsOf } from "@muster/plugin-tester";
import { expect, test } from "vitest";

const beside = { with: ["@muster/python/plugin", "@muster/plugin-fastapi", "@muster/plugin-flask", "@muster/plugin-django", "@muster/plugin-drf"] };

await describePlugin(import.meta.url, beside);

test("the control passes where a guard is proved, and nowhere else", async () => {
  const results = await resultsOf(import.meta.url, "guards.py", beside);
  const passed = results.filter((one) => one.startsWith("AUTHN-01 pass ")).map((one) => one.replace("AUTHN-01 pass ", ""));
  expect(passed).toEqual([
    "DELETE /by-role",
    "DELETE /by-scheme",
    "GET /by-key",
    "GET /plain/items",
    "PATCH /by-route",
    "POST /by-default-value",
    "POST /guarded/items",
    "POST /inline",
    "POST /plain/items",
    "PUT /by-annotated-alias",
  ]);
});

const withRoles = ["roles.py", "roles_flask.py", "roles-django", "guards.py", "idle-drf", "siblings.py"];

test("AUTHZ-FN-01 passes where a role or scope was seen to be asked for, and fails where it was not", async () => {
  const results = (await Promise.all(withRoles.map((name) => resultsOf(import.meta.url, name, beside)))).flat().filter((one) => one.startsWith("AUTHZ-FN-01 "));
  const of = (status: string): string[] => results.filter((one) => one.startsWith(`AUTHZ-FN-01 ${status} `)).map((one) => one.replace(`AUTHZ-FN-01 ${status} `, ""));
  expect(of("pass")).toEqual([
    "DELETE /admin/users/{user_id}", "GET /admin/metrics", "PATCH /admin/texts", "POST /admin/items", "POST /admin/mail", "POST /admin/purge", "POST /admin/rebuild", "POST /admin/settings", "PUT /admin/flags",
    "DELETE /staff/shifts/{number}", "POST /admin/roles", "POST /staff/shifts", "PUT /admin/logo", "PUT /admin/theme",
    "POST /admin/prices/", "POST /admin/purge/", "POST /admin/rebuild/", "PUT /admin/quotas/", "PUT /admin/settings/", "PUT /admin/texts/",
    "DELETE /by-role",
  ]);
  expect(of("fail").length).toBeGreaterThanOrEqual(20);
  expect(of("indeterminate")).toContain("POST /admin/sync");
});
