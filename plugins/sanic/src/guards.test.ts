import { linkSources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import type { LinkedModel } from "@muster/contract";
import { expect, test } from "vitest";
import sanic from "./index.ts";

const preamble = `
import os
from sanic import Blueprint, Sanic
from sanic.exceptions import Forbidden, SanicException, Unauthorized
from sanic.response import empty, json, redirect
TOKENS = {"a": "root"}
app = Sanic("app")
`;

function link(code: string): Promise<LinkedModel> {
  return linkSources([python, sanic], { "main.py": `${preamble}${code}\n` });
}

async function postureOf(code: string): Promise<string> {
  const { endpoints } = await link(code);
  return endpoints.find((endpoint) => endpoint.path === "/x")?.posture ?? "missing";
}

const handler = `@app.get("/x")\nasync def x(request):\n    return empty()`;

test.each([
  ["a middleware that answers strangers", `@app.on_request\nasync def guard(request):\n    if request.token not in TOKENS:\n        return json({}, status=401)\n${handler}`],
  ["a middleware that raises, answered by a handler of exceptions", `class Lost(Exception): pass\n@app.exception(Lost)\nasync def lost(request, error):\n    return json({}, 403)\n@app.middleware\nasync def guard(request):\n    if TOKENS.get(request.token) is None:\n        raise Lost()\n${handler}`],
  ["one of two refusals", `@app.get("/x")\nasync def x(request):\n    if request.token is None:\n        return json({}, 401)\n    if request.token not in TOKENS:\n        return json({}, 403)\n    return empty()`],
  ["a route's own mark that a middleware reads", `@app.on_request\nasync def guard(request):\n    if not getattr(request.route.ctx, "public", False) and request.token not in TOKENS:\n        raise Unauthorized("no")\n@app.get("/x", ctx_public=False)\nasync def x(request):\n    return empty()`],
  ["protected of sanic-jwt", `from sanic_jwt import protected\n@app.get("/x")\n@protected()\nasync def x(request):\n    return empty()`],
  ["a middleware of a group", `inner = Blueprint("inner")\n@inner.get("/x")\nasync def x(request):\n    return empty()\ngroup = Blueprint.group(inner)\n@group.middleware("request")\nasync def guard(request):\n    if request.token not in TOKENS:\n        raise Forbidden("no")\napp.blueprint(group)`],
])("protects: %s", async (_claim, code) => {
  expect(await postureOf(code)).toBe("protected");
});

test.each([
  ["a middleware of responses", `@app.middleware("response")\nasync def guard(request, response):\n    if request.token not in TOKENS:\n        return json({}, status=401)\n${handler}`],
  ["a middleware of another blueprint", `other = Blueprint("other")\n@other.on_request\nasync def guard(request):\n    if request.token not in TOKENS:\n        raise Unauthorized("no")\napp.blueprint(other)\n${handler}`],
  ["a middleware of a blueprint that was registered before it", `inner = Blueprint("inner")\n@inner.get("/x")\nasync def x(request):\n    return empty()\napp.blueprint(inner)\n@inner.on_request\nasync def guard(request):\n    if request.token not in TOKENS:\n        raise Unauthorized("no")`],
  ["a middleware that lets the path through", `@app.on_request\nasync def guard(request):\n    if request.path in ("/x", "/y"):\n        return None\n    if request.token not in TOKENS:\n        raise Unauthorized("no")\n${handler}`],
  ["a user who is handed on, and asked for by nobody", `from sanic_jwt import inject_user\n@app.get("/x")\n@inject_user()\nasync def x(request, user):\n    return json({"user": user})`],
  ["an exception that another handler answers kindly", `@app.exception(Unauthorized)\nasync def kind(request, error):\n    return json({"hello": "stranger"}, 200)\n@app.get("/x")\nasync def x(request):\n    if request.token not in TOKENS:\n        raise Unauthorized("no")\n    return empty()`],
  ["a decorator above the route", `from functools import wraps\ndef guard(f):\n    @wraps(f)\n    async def w(request):\n        if request.token not in TOKENS:\n            raise Unauthorized("no")\n        return await f(request)\n    return w\n@guard\n@app.get("/x")\nasync def x(request):\n    return empty()`],
])("does not protect: %s", async (_claim, code) => {
  expect(await postureOf(code)).toBe("public");
});

test("the endpoints of sanic-jwt are served, and only the one that hands out tokens is open", async () => {
  const { endpoints } = await link(`from sanic_jwt import Initialize\nasync def check(request): return {}\nInitialize(app, authenticate=check)`);
  expect(endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path} ${endpoint.posture}`).sort()).toEqual(["GET /auth/me protected", "GET /auth/verify protected", "POST /auth public"]);
});

test("a view that attaches itself", async () => {
  const { endpoints } = await link(`from sanic.views import HTTPMethodView\nclass V(HTTPMethodView, attach=app, uri="/v/<id:int>"):\n    async def get(self, request, id): return empty()\n    async def delete(self, request, id): return empty()`);
  expect(endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`).sort()).toEqual(["DELETE /v/{id}", "GET /v/{id}"]);
});

test("a blueprint that nothing registers is reported", async () => {
  const { coverage } = await link(`lost = Blueprint("lost", url_prefix="/lost")\n@lost.get("/a")\nasync def a(request): return empty()\n${handler}`);
  expect(coverage.unresolved).toMatchObject([{ what: "mount", reason: expect.stringContaining("main:lost") as string }]);
});

test("settings shape paths", async () => {
  const { endpoints } = await link(`app.config.update({"PREFIX": "/api"})\n@app.get(app.config.PREFIX + "/x")\nasync def x(request): return empty()\n@app.get(f"{app.config['PREFIX']}/y/<kind:(a|b)>")\nasync def y(request, kind): return empty()`);
  expect(endpoints.map((endpoint) => endpoint.path)).toEqual(["/api/x", "/api/y/{kind}"]);
});

test("a setting that a module gives is what it says, and one that the code does not set stops nothing", async () => {
  const { endpoints } = await linkSources([python, sanic], {
    "settings.py": 'CHIEF = 3\n',
    "main.py": `import settings
from sanic import Sanic
from sanic.response import empty
app = Sanic("app")
app.config.from_object(settings)
def guarded(view, roles):
    async def inner(request):
        if request.headers.get("Authorization") != "secret":
            return empty(status=401)
        return await view(request)
    return inner
async def x(request): return empty()
for path, view in [("/chief", guarded(x, (app.config.CHIEF,))), ("/other", guarded(x, [app.config["OTHER"]])), (app.config.get("PREFIX", "/open"), x)]:
    app.add_route(view, path)
`,
  });
  expect(endpoints.map(({ method, path, posture }) => `${method} ${path} ${posture}`)).toEqual(["GET /chief protected", "GET /open public", "GET /other protected"]);
});
