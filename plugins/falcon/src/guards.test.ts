import { endpointOf, linkSources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import falcon from "./index.ts";

const preamble = `
import falcon
USERS = {"a": 1}
def user_of(req):
    return USERS.get(req.get_header("Authorization"))
class Base:
    def on_get(self, req, resp):
        resp.media = {}
`;

async function postureOf(code: string, route = "GET /x"): Promise<string> {
  return endpointOf(await linkSources([python, falcon], { "main.py": preamble + code }), route).posture;
}

const serving = (code: string, app = "falcon.App()"): string => `${code}\napp = ${app}\napp.add_route("/x", R())\n`;

test.each([
  ["a hook on the class", `def check(req, resp, resource, params):\n    if not user_of(req):\n        raise falcon.HTTPUnauthorized()\n@falcon.before(check)\nclass R(Base): pass`],
  ["a hook that is an object", `class Check:\n    def __call__(self, req, resp, resource, params):\n        if user_of(req) is None:\n            raise falcon.HTTPForbidden()\nclass R:\n    @falcon.before(Check())\n    def on_get(self, req, resp): pass`],
  ["a responder that answers 401 and returns", `class R:\n    def on_get(self, req, resp):\n        if not user_of(req):\n            resp.status = falcon.HTTP_401\n            return\n        resp.media = {}`],
  ["a responder that answers 403 in the other branch", `class R:\n    def on_get(self, req, resp):\n        if user_of(req):\n            resp.media = {}\n        else:\n            resp.status = "403 Forbidden"`],
  ["an error of the house, with its handler", `class NoUser(Exception): pass\ndef no_user(req, resp, ex, params):\n    resp.status = falcon.HTTP_401\nclass R:\n    def on_get(self, req, resp):\n        if not user_of(req):\n            raise NoUser()`, "falcon.App()\napp.add_error_handler(NoUser, no_user)"],
])("%s guards", async (_, code, app?: string) => {
  expect(await postureOf(serving(code, app))).toBe("protected");
});

test.each([
  ["a hook whose refusal the responder never hears of", `def check(req, resp, resource, params):\n    if not user_of(req):\n        resp.status = falcon.HTTP_401\n        resp.complete = True\nclass R:\n    @falcon.before(check)\n    def on_get(self, req, resp): pass`],
  ["a hook on a class whose subclass overrides the responder", `def check(req, resp, resource, params):\n    if not user_of(req):\n        raise falcon.HTTPUnauthorized()\n@falcon.before(check)\nclass G(Base): pass\nclass R(G):\n    def on_get(self, req, resp): pass`],
  ["a status that is set before the work is done all the same", `class R:\n    def on_get(self, req, resp):\n        if not user_of(req):\n            resp.status = falcon.HTTP_401\n        delete(req)`],
  ["a status that is set for everybody's choice", `class R:\n    def on_get(self, req, resp):\n        if req.get_param("secret"):\n            resp.status = falcon.HTTP_401\n            return\n        delete(req)`],
  ["a hook that runs after the responder", `def check(req, resp, resource):\n    if not user_of(req):\n        raise falcon.HTTPUnauthorized()\nclass R:\n    @falcon.after(check)\n    def on_get(self, req, resp): pass`],
  ["a middleware for methods other than this", `class M:\n    def process_request(self, req, resp):\n        if req.method != "GET" and not user_of(req):\n            raise falcon.HTTPUnauthorized()\nclass R(Base): pass`, "falcon.App(middleware=M())"],
])("%s does not guard", async (_, code, app?: string) => {
  expect(await postureOf(serving(code, app))).toBe("public");
});

test("a middleware that is added under a condition is no guard that is proved", async () => {
  const code = serving(`from house import settings\nclass M:\n    def process_request(self, req, resp):\n        if not user_of(req):\n            raise falcon.HTTPUnauthorized()\nmiddleware = []\nif settings.strict:\n    middleware.append(M())\nclass R(Base): pass`, "falcon.App(middleware=middleware)");
  expect(await postureOf(code)).toBe("unknown");
});

test("a refusal under a condition that cannot be decided is no guard that is proved", async () => {
  const code = serving(`import settings\nclass R:\n    def on_get(self, req, resp):\n        if settings.strict and not user_of(req):\n            raise falcon.HTTPUnauthorized()\n`);
  expect(await postureOf(code)).toBe("unknown");
});

test.each([
  ["a middleware", `from house import AuthMiddleware\nclass R(Base): pass`, "falcon.App(middleware=[AuthMiddleware()])"],
  ["a hook", `from house import login_required\nclass R:\n    @falcon.before(login_required)\n    def on_get(self, req, resp): pass`],
])("%s from elsewhere that may be about the caller leaves the posture unknown", async (_, code, app?: string) => {
  expect(await postureOf(serving(code, app))).toBe("unknown");
});

test("a resource that is not known is reported, and not left out", async () => {
  const model = await linkSources([python, falcon], { "main.py": `import falcon\nfrom elsewhere import thing\napp = falcon.App()\napp.add_route("/x", thing.resource)\n` });
  expect(model.endpoints).toEqual([]);
  expect(model.coverage.unresolved.map((one) => one.what)).toEqual(["route"]);
});

test("a repository that calls the primitives of library modules calls something that is not known", async () => {
  expect(await postureOf(serving(`import muster\nmuster.serve(1)\nmuster.text("nowhere")\nclass R(Base): pass`))).toBe("public");
});
