import { expect, test } from "vitest";
import { mayConcernCaller, namesCaller, saysCredential, saysStatement } from "./concerns-caller.ts";

test.each(["acme.require_user", "house.Authoriser", "house.AuthorizationMiddleware", "x.jwt_required", "flask_login.login_required", "lib.OAuth2"])("%s may be about the caller", (name) => {
  expect(mayConcernCaller(name)).toBe(true);
});

test.each(["author.middlewares.AuthorDefaultBackendMiddleware", "auth_kit.database_session", "slowapi.limit", "lib.co_authors"])("%s is not", (name) => {
  expect(mayConcernCaller(name)).toBe(false);
});

test.each(["token", "access_token", "accessToken", "X-API-Key", "apikey", "key", "extract.key_of", "signature", "X-Service-Auth-Token", "session_id"])("%s is a credential by its name", (name) => {
  expect(saysCredential(name)).toBe(true);
});

test.each(["author", "page_token", "csrf_token", "sort_key", "keyword", "monkey", "session", "ticket", "code", "tenant_of", "X-Tenant"])("%s is none", (name) => {
  expect(saysCredential(name)).toBe(false);
});

test.each(["X-Tenant", "tenant_of", "siteOf", "X-Client-Version"])("%s is what anyone may say of itself", (name) => {
  expect(saysStatement(name)).toBe(true);
});

test.each(["X-Name", "dispatch", "X-Org-Token", "website"])("%s is not", (name) => {
  expect(saysStatement(name)).toBe(false);
});

test("a condition names who calls by any of its names", () => {
  expect(namesCaller("not company.current_user().level > 3")).toBe(true);
  expect(namesCaller("item.archived or item.gone")).toBe(false);
});
