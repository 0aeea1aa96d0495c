import { expect, test } from "vitest";
import { mayConcernCaller } from "./concerns-caller.ts";

test.each(["acme.require_user", "house.Authoriser", "house.AuthorizationMiddleware", "x.jwt_required", "flask_login.login_required", "lib.OAuth2"])("%s may be about the caller", (name) => {
  expect(mayConcernCaller(name)).toBe(true);
});

test.each(["author.middlewares.AuthorDefaultBackendMiddleware", "auth_kit.database_session", "slowapi.limit", "lib.co_authors"])("%s is not", (name) => {
  expect(mayConcernCaller(name)).toBe(false);
});
