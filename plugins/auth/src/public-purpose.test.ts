import { expect, test } from "vitest";
import { publicPurpose } from "./public-purpose.ts";

const of = (on: string) => {
  const [method = "", path = ""] = on.split(" ");
  return publicPurpose({ method, path });
};

test.each([
  ["POST /login", "sign-in"], ["POST /api/v1/login/access-token", "sign-in"], ["POST /auth/jwt/login", "sign-in"], ["POST /token", "sign-in"], ["POST /{tenant}/login", "sign-in"], ["POST /v1/auth/saml/acs", "sign-in"], ["POST /{tenant}/reset", "recovery"], ["POST /api/v1/auth/refresh", "sign-in"],
  ["GET /oauth/{provider}", "sign-in"], ["GET /auth/callback", "sign-in"], ["POST /users/signup", "sign-up"], ["POST /auth/register", "sign-up"],
  ["POST /password-recovery/{email}", "recovery"], ["POST /reset-password/", "recovery"], ["POST /auth/verify", "recovery"], ["GET /verify_email/{token}", "recovery"],
  ["POST /webhook", "webhook"], ["POST /webhooks/stripe", "webhook"], ["POST /integrations/github/webhook", "webhook"], ["GET /healthz", "health"], ["GET /", "document"], ["GET /static/{filename}", "document"], ["GET /admin/static/{path}", "document"],
])("%s speaks of %s", (on, purpose) => {
  expect(of(on)).toBe(purpose);
});

test.each([
  "POST /users/{id}/token", "POST /devices/token", "POST /tokens", "POST /{token}", "POST /counters/reset", "DELETE /login", "PUT /token", "POST /devices/register", "POST /orders/{id}/confirm",
  "POST /webhooks", "DELETE /webhooks/{id}", "POST /items/{id}/login-history", "GET /orders/{id}/health", "POST /health", "GET /loginevents", "GET /static", "GET /assets/{id}/owners",
])("%s speaks of nothing that must be public", (on) => {
  expect(of(on)).toBeUndefined();
});
