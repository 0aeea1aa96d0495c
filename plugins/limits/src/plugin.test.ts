import { describePlugin, resultsOf } from "@muster/plugin-tester";
import { expect, test } from "vitest";

const beside = { with: ["@muster/python/plugin", "@muster/plugin-fastapi", "@muster/plugin-flask", "@muster/plugin-django", "@muster/plugin-drf", "@muster/plugin-django-ninja", "@muster/plugin-aiohttp"] };

await describePlugin(import.meta.url, beside);

const decided = async (fixture: string, options?: { readonly gateway: string }): Promise<readonly string[]> =>
  (await resultsOf(import.meta.url, fixture, { ...beside, ...(options && { options }) })).filter((one) => !/ \/(?:docs|redoc|openapi|static)/.test(one));

test("limits of middleware, of dependencies and the routes' own count, and a sign-in needs a strict one", async () => {
  expect(await decided("with_middleware")).toEqual(["RATE-01 fail POST /auth/verify", "RATE-01 fail POST /login", "RATE-01 pass GET /items", "RATE-01 pass POST /auth/login"]);
});

test("without any limiter nothing is decided, unless the configuration says where it is", async () => {
  expect(await decided("nowhere")).toEqual(["RATE-01 indeterminate GET /items", "RATE-01 indeterminate POST /login", "RATE-01 indeterminate POST /signup"]);
  expect(await decided("nowhere", { gateway: "Kong of the platform team, repository gateway" })).toEqual(["RATE-01 pass GET /items", "RATE-01 pass POST /login", "RATE-01 pass POST /signup"]);
});

test("a location of nginx holds for the paths below it, and leaves others open", async () => {
  expect(await decided("behind_nginx")).toEqual(["RATE-01 indeterminate POST /login", "RATE-01 pass POST /auth/login"]);
});

test("throttles of REST framework count as their classes, scopes and rates say", async () => {
  expect(await decided("rest")).toEqual(expect.arrayContaining(["RATE-01 pass POST /api/login/", "RATE-01 pass POST /api/scoped/login/", "RATE-01 fail POST /api/default/login/", "RATE-01 fail POST /api/open/login/", "RATE-01 pass POST /api/own/login/", "RATE-01 pass POST /plain/login/"]));
});
