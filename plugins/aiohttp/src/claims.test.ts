import type { LinkedModel } from "@muster/contract";
import { linkSources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import aiohttp from "./index.ts";

const preamble = `
import functools, os
from aiohttp import web
TOKENS = {"a": "root"}
def token(request):
    return request.headers.get("Authorization", "").partition(" ")[2]
async def hello(request):
    return web.Response()
app = web.Application()
`;

function link(code: string, more: Readonly<Record<string, string>> = {}): Promise<LinkedModel> {
  return linkSources([python, aiohttp], { "main.py": `${preamble}${code}\n`, ...more });
}

async function postureOf(code: string): Promise<string> {
  const { endpoints } = await link(code);
  return endpoints.find((endpoint) => endpoint.path === "/x")?.posture ?? "missing";
}

const served = `app.router.add_post("/x", hello)`;
const identify = `@web.middleware\nasync def identify(request, handler):\n    request["user"] = TOKENS.get(token(request))\n    return await handler(request)\napp.middlewares.append(identify)`;

test.each([
  ["a middleware in the old style", `async def factory(app, handler):\n    async def middleware(request):\n        if token(request) not in TOKENS:\n            raise web.HTTPUnauthorized()\n        return await handler(request)\n    return middleware\napp.middlewares.append(factory)\n${served}`],
  ["a middleware around an application that is mounted", `@web.middleware\nasync def guard(request, handler):\n    if token(request) not in TOKENS:\n        return web.json_response({}, status=401)\n    return await handler(request)\nouter = web.Application(middlewares=[guard])\nouter.router.add_get("/x", hello)\napp.add_subapp("", outer)`],
  ["a mark on the handler that the middleware is given", `def needs_user(f):\n    f.needs_user = True\n    return f\n@web.middleware\nasync def guard(request, handler):\n    if getattr(handler, "needs_user", False) and token(request) not in TOKENS:\n        raise web.HTTPForbidden()\n    return await handler(request)\napp.middlewares.append(guard)\n@needs_user\nasync def x(request):\n    return web.Response()\napp.router.add_get("/x", x)`],
  ["an exception of the repository's own, answered by a middleware", `class Lost(Exception): pass\n@web.middleware\nasync def errors(request, handler):\n    try:\n        return await handler(request)\n    except Lost:\n        return web.json_response({}, status=401)\napp.middlewares.append(errors)\nasync def x(request):\n    if token(request) not in TOKENS:\n        raise Lost()\n    return web.Response()\napp.router.add_get("/x", x)`],
  ["a check of the server's state around the one of the caller", `def available(f):\n    @functools.wraps(f)\n    async def w(request):\n        if await request.app["state"].get() not in {"up"}:\n            raise web.HTTPServiceUnavailable()\n        return await f(request)\n    return w\ndef guard(f):\n    @functools.wraps(f)\n    async def w(request):\n        if not request.get("user"):\n            raise web.HTTPUnauthorized()\n        return await f(request)\n    return w\n${identify}\n@available\n@guard\nasync def x(request):\n    return web.Response()\napp.router.add_get("/x", x)`],
  ["a key that code from elsewhere takes out of the request", `from extract import key_of\nfrom store import find\nasync def x(request):\n    user = await find(key_of(request))\n    if user is None:\n        raise web.HTTPUnauthorized()\n    return web.Response()\napp.router.add_get("/x", x)`],
  ["aiohttp-jwt", `from aiohttp_jwt import JWTMiddleware\napp.middlewares.append(JWTMiddleware("secret", whitelist=["/y"]))\n${served}`],
])("protects: %s", async (_claim, code) => {
  expect(await postureOf(code)).toBe("protected");
});

test.each([
  ["a middleware that only sets the user", `${identify}\n${served}`],
  ["a user that is somebody under a setting", `@web.middleware\nasync def identify(request, handler):\n    request["user"] = "guest"\n    if os.environ.get("STRICT"):\n        request["user"] = None\n    return await handler(request)\napp.middlewares.append(identify)\nasync def x(request):\n    if request["user"] is None:\n        raise web.HTTPUnauthorized()\n    return web.Response()\napp.router.add_get("/x", x)`],
  ["a middleware of an application that is mounted elsewhere", `@web.middleware\nasync def guard(request, handler):\n    if token(request) not in TOKENS:\n        raise web.HTTPUnauthorized()\n    return await handler(request)\napp.add_subapp("/inner", web.Application(middlewares=[guard]))\n${served}`],
  ["an exception that a middleware answers kindly", `class Lost(Exception): pass\n@web.middleware\nasync def errors(request, handler):\n    try:\n        return await handler(request)\n    except Lost:\n        return web.json_response({"hello": "stranger"})\napp.middlewares.append(errors)\nasync def x(request):\n    if token(request) not in TOKENS:\n        raise Lost()\n    return web.Response()\napp.router.add_get("/x", x)`],
  ["a path that aiohttp-jwt lets through", `from aiohttp_jwt import JWTMiddleware\napp.middlewares.append(JWTMiddleware("secret", whitelist=["/x"]))\n${served}`],
  ["a question about the whole request that only code from elsewhere can answer", `from elsewhere import is_allowed\nasync def x(request):\n    if not await is_allowed(request):\n        raise web.HTTPForbidden()\n    return web.Response()\napp.router.add_get("/x", x)`],
  ["a user that is somebody for those whom code from elsewhere knows, and everybody under a setting", `@web.middleware\nasync def identify(request, handler):\n    request["user"] = TOKENS.get(token(request))\n    if os.environ.get("OPEN"):\n        request["user"] = "guest"\n    return await handler(request)\napp.middlewares.append(identify)\nasync def x(request):\n    if request["user"] is None:\n        raise web.HTTPUnauthorized()\n    return web.Response()\napp.router.add_get("/x", x)`],
  ["permissions that strangers have too", `from aiohttp_security import AbstractAuthorizationPolicy, SessionIdentityPolicy, permits, setup\nclass Policy(AbstractAuthorizationPolicy):\n    async def authorized_userid(self, identity): return identity\n    async def permits(self, identity, permission, context=None): return permission == "read"\nsetup(app, SessionIdentityPolicy(), Policy())\nasync def x(request):\n    if not await permits(request, "read"):\n        raise web.HTTPForbidden()\n    return web.Response()\napp.router.add_get("/x", x)`],
])("does not protect: %s", async (_claim, code) => {
  expect(await postureOf(code)).not.toBe("protected");
});

test("factories whose applications are mounted elsewhere are no applications of their own", async () => {
  const model = await link(`def inner():\n    made = web.Application()\n    made.router.add_get("/a", hello)\n    return made\ndef create_app():\n    root = web.Application()\n    root.add_subapp("/inner", inner())\n    return root`);
  expect(model.endpoints.map((endpoint) => endpoint.path)).toEqual(["/inner/a"]);
  expect(model.applications).toHaveLength(1);
});

test("a table that nothing adds is reported", async () => {
  const { coverage } = await link(`routes = web.RouteTableDef()\n@routes.get("/lost")\nasync def lost(request): pass`);
  expect(coverage.unresolved.map((one) => one.reason)).toEqual(["the route table main:routes with 1 route is not added to any application that evaluation found"]);
});

test("a prefix that is not known is reported, and stands in the path as a hole", async () => {
  const { endpoints, coverage } = await link(`from conf import PREFIX\ninner = web.Application()\ninner.router.add_get("/a", hello)\napp.add_subapp(PREFIX, inner)`);
  expect(endpoints.map((endpoint) => endpoint.path)).toEqual(["{?}/a"]);
  expect(coverage.mounts.unresolved).toBe(1);
});

test("a registry of the repository's own that evaluation does not come by is reported", async () => {
  const { coverage } = await link(served, { "registrar.py": `def register(registry, handler):\n    registry.add("GET", "/items", handler.list)\n    registry.add("DELETE", "/items/{id}", handler.remove)\n` });
  expect(coverage.unresolved).toMatchObject([{ what: "route", span: { path: "registrar.py" } }]);
  expect(coverage.routes.unresolved).toBe(2);
});

test("a registry that evaluation goes through is not reported", async () => {
  const registry = `class Registry:\n    def __init__(self, app): self.app = app\n    def add(self, method, path, handler):\n        self.app.router.add_route(method, path, handler)\n`;
  const { endpoints, coverage } = await link(`from registry import Registry\nRegistry(app).add("GET", "/items/{id:\\\\d+}", hello)`, { "registry.py": registry });
  expect(endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`)).toEqual(["GET /items/{id}"]);
  expect(coverage.unresolved).toEqual([]);
});
