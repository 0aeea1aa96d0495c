import { expect, test } from "vitest";
import { judge, routesIn } from "./test-support/judge-case.ts";

const code = `urlpatterns = [path("auth/", include("djoser.urls")), path("auth/", include("djoser.urls.jwt"))]`;

test("the accounts of Djoser are served where they are included", async () => {
  const routes = await routesIn({ code });
  expect(routes).toContain("GET /auth/users/me/");
  expect(routes).toContain("DELETE /auth/users/{id}/");
  expect(routes).toContain("POST /auth/jwt/create/");
});

test.each([
  ["POST /auth/users/", "public"],
  ["POST /auth/users/reset_password/", "public"],
  ["POST /auth/jwt/create/", "public"],
  ["GET /auth/users/", "protected"],
  ["DELETE /auth/users/me/", "protected"],
  ["POST /auth/users/set_password/", "protected"],
] as const)("%s is %s", async (route, posture) => {
  expect((await judge({ code, route })).posture).toBe(posture);
});

test("the project's own permissions take the place of Djoser's", async () => {
  const settings = `DJOSER = {"PERMISSIONS": {"user_create": ["rest_framework.permissions.IsAdminUser"]}}`;
  expect((await judge({ code, settings, route: "POST /auth/users/" })).posture).toBe("protected");
});
