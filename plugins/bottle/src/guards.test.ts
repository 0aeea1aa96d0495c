import { endpointOf, linkSources, routesOf } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import bottle from "./index.ts";

const preamble = `
import bottle
from bottle import Bottle, HTTPError, abort, auth_basic, redirect, request, response
app = Bottle()
USERS = {"a": 1}
def user(): return USERS.get(request.get_header("Authorization"))
`;

async function postureOf(code: string, route = "GET /x"): Promise<string> {
  return endpointOf(await linkSources([python, bottle], { "main.py": preamble + code }), route).posture;
}

test.each([
  ["a hook that aborts", `@app.hook("before_request")\ndef check():\n    if not user(): abort(401)\n@app.get("/x")\ndef x(): return {}`],
  ["a plugin that is a function", `def plugin(callback):\n    def inner(*a, **k):\n        if not user(): return HTTPError(401)\n        return callback(*a, **k)\n    return inner\napp.install(plugin)\n@app.get("/x")\ndef x(): return {}`],
  ["auth_basic with a check of name and password", `def check(name, word): return name == "root" and word == "secret"\n@app.get("/x")\n@auth_basic(check)\ndef x(): return {}`],
  ["a signed cookie that has to be there", `@app.get("/x")\ndef x():\n    if not request.get_cookie("account", secret="s"): redirect("/login")\n    return {}`],
  ["a status with a return", `@app.get("/x")\ndef x():\n    if not user():\n        response.status = 401\n        return {}\n    return {"secret": 1}`],
])("%s guards", async (_, code) => {
  expect(await postureOf(code)).toBe("protected");
});

test.each([
  ["a hook of an application whose routes were merged", `@app.hook("before_request")\ndef check():\n    if not user(): abort(401)\n@app.get("/x")\ndef x(): return {}\nmain = Bottle()\nmain.merge(app)`],
  ["a hook that only returns an error", `@app.hook("before_request")\ndef check():\n    if not user(): return HTTPError(401)\n@app.get("/x")\ndef x(): return {}`],
  ["a plugin of the application above a mount", `def plugin(callback):\n    def inner(*a, **k):\n        if not user(): abort(401)\n        return callback(*a, **k)\n    return inner\nmain = Bottle()\nmain.install(plugin)\n@app.get("/")\ndef x(): return {}\nmain.mount("/x", app)`, "GET /x/"],
  ["a plugin that the route skips", `class P:\n    name = "p"\n    def apply(self, callback, route):\n        def inner(*a, **k):\n            if not user(): abort(401)\n            return callback(*a, **k)\n        return inner\napp.install(P())\n@app.get("/x", skip=["p"])\ndef x(): return {}`],
  ["a cookie that is not signed and only has to be there", `@app.get("/x")\ndef x():\n    if not request.get_cookie("account"): redirect("/welcome")\n    return {}`],
  ["a decorator above the route", `def guard(f):\n    def inner(*a, **k):\n        if not user(): abort(401)\n        return f(*a, **k)\n    return inner\n@guard\n@app.get("/x")\ndef x(): return {}`],
])("%s does not guard", async (_, code, route?: string) => {
  expect(await postureOf(code, route)).toBe("public");
});

test.each([
  ["a hook", `def check():\n    if not user(): abort(401)\nif settings.strict:\n    app.add_hook("before_request", check)`],
  ["a plugin", `def plugin(callback):\n    def inner(*a, **k):\n        if not user(): abort(401)\n        return callback(*a, **k)\n    return inner\nif settings.strict:\n    app.install(plugin)`],
])("%s that is there under a condition is no guard that is proved", async (_, code) => {
  expect(await postureOf(`from house import settings\n${code}\n@app.get("/x")\ndef x(): return {}`)).toBe("unknown");
});

test("what one request set is gone in the next", async () => {
  const code = `@app.hook("before_request")\ndef remember():\n    if request.path == "/a": request.user = None\n@app.get("/a")\ndef a():\n    if request.user is None: abort(401)\n@app.get("/x")\ndef x(): return {}`;
  expect(await postureOf(code)).toBe("public");
});

test("the default application serves what the module's own decorators route", async () => {
  const model = await linkSources([python, bottle], { "main.py": `from bottle import route, run, post\n@route("/a/<name:re:[a-z]{2}>")\ndef a(name): return name\n@post(["/b", "/c"])\ndef b(): return {}\nrun()\n` });
  expect(routesOf(model)).toEqual(["GET /a/{name}", "POST /b", "POST /c"]);
});
