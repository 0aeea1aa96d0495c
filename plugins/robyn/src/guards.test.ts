import { endpointOf, linkSources, routesOf } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import robyn from "./index.ts";

const preamble = `
from robyn import Headers, Request, Response, Robyn, SubRouter
from robyn.authentication import AuthenticationHandler, BearerGetter, Identity
app = Robyn(__file__)
class Known(AuthenticationHandler):
    def authenticate(self, request):
        if self.token_getter.get_token(request) != "secret": return None
        return Identity(claims={})
def no(): return Response(401, Headers({}), "no")
`;
const configured = `app.configure_authentication(Known(token_getter=BearerGetter()))\n`;

async function postureOf(code: string, route = "GET /x"): Promise<string> {
  return endpointOf(await linkSources([python, robyn], { "app.py": preamble + code }), route).posture;
}

test.each([
  ["a route that asks for authentication", `@app.get("/x", auth_required=True)\ndef x(request): return {}\n${configured}`],
  ["a function before every request", `@app.before_request()\ndef b(request):\n    if request.headers.get("authorization") != "secret": return no()\n    return request\n@app.get("/x")\ndef x(request): return {}`],
  ["a tuple with a status", `@app.get("/x")\ndef x(request):\n    if request.headers.get("authorization") != "secret": return "no", {}, 401\n    return {}`],
  ["the handler of the application for a sub-router without one", `r = SubRouter(__file__, prefix="/r")\n@r.get("/x", auth_required=True)\ndef x(request): return {}\napp.include_router(r)\n${configured}`, "GET /r/x"],
])("%s guards", async (_, code, route?: string) => {
  expect(await postureOf(code, route)).toBe("protected");
});

test.each([
  ["an authentication handler that no route asks for", `${configured}@app.get("/x")\ndef x(request): return {}`],
  ["a handler that knows everybody", `class All(AuthenticationHandler):\n    def authenticate(self, request): return Identity(claims={})\napp.configure_authentication(All(token_getter=BearerGetter()))\n@app.get("/x", auth_required=True)\ndef x(request): return {}`],
  ["a function before requests to a path, for another method than GET", `@app.before_request("/x")\ndef b(request):\n    if request.headers.get("authorization") != "secret": return no()\n    return request\n@app.post("/x")\ndef x(request): return {}`, "POST /x"],
  ["a function after the request", `@app.after_request()\ndef a(response): return no()\n@app.get("/x")\ndef x(request): return {}`],
])("%s does not guard", async (_, code, route?: string) => {
  expect(await postureOf(code, route)).toBe("public");
});

test("a function before requests that is there under a condition is no guard that is proved", async () => {
  expect(await postureOf(`from house import settings\nif settings.strict:\n    @app.before_request()\n    def b(request):\n        if request.headers.get("authorization") != "secret": return no()\n        return request\n@app.get("/x")\ndef x(request): return {}`)).toBe("unknown");
});

test("prefixes stack up where sub-routers include each other, and what is not included is reported", async () => {
  const code = `a = SubRouter(__file__, prefix="/a")\nb = SubRouter("/b")\nc = SubRouter(prefix="c/")\n@b.get("/:id/*rest")\ndef x(request): return {}\n@c.put("/")\ndef y(request): return {}\na.include_router(b)\napp.include_router(a)\n`;
  const model = await linkSources([python, robyn], { "app.py": preamble + code });
  expect(routesOf(model)).toEqual(["GET /a/b/{id}/{rest}"]);
  expect(model.coverage.unresolved.map((one) => one.what)).toEqual(["mount"]);
});
