import { endpointOf, linkSources, routesOf } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import pyramid from "./index.ts";

const preamble = `
from pyramid.config import Configurator
from pyramid.authentication import SessionAuthenticationPolicy
from pyramid.authorization import ACLAuthorizationPolicy, Allow, Authenticated, Everyone
from pyramid.httpexceptions import HTTPForbidden, HTTPUnauthorized
def v(request): return {}
class Root:
    __acl__ = [(Allow, Everyone, "read"), (Allow, Authenticated, "write")]
    def __init__(self, request): pass
`;
const classic = `c = Configurator(root_factory=Root, authentication_policy=SessionAuthenticationPolicy(), authorization_policy=ACLAuthorizationPolicy())\n`;

async function postureOf(code: string, route = "GET /x"): Promise<string> {
  return endpointOf(await linkSources([python, pyramid], { "main.py": preamble + code }), route).posture;
}

const served = (view: string, configured = classic): string => `${configured}c.add_route("x", "/x")\nc.add_view(v, route_name="x", request_method="GET"${view})\n`;

test.each([
  ["a permission that the list gives to the signed-in", served(`, permission="write"`)],
  ["a permission that the list gives to nobody a stranger is", `${served("")}c.set_default_permission("write")\n`],
  ["a security policy that looks the caller up", `class P:\n    def identity(self, request):\n        return {"k": 1}.get(request.headers.get("X-Key"))\n    def permits(self, request, context, permission):\n        return self.identity(request) is not None\n${served(`, permission="any"`, "c = Configurator(security_policy=P())\n")}`],
  ["a decorator around a view", `def signed(view):\n    def inner(context, request):\n        if request.authenticated_userid is None:\n            raise HTTPUnauthorized()\n        return view(context, request)\n    return inner\n${served(", decorator=signed")}`],
])("%s guards", async (_, code) => {
  expect(await postureOf(code)).toBe("protected");
});

test.each([
  ["a permission without any policy", served(`, permission="write"`, "c = Configurator(root_factory=Root)\n")],
  ["a permission that the list gives to everyone", served(`, permission="read"`)],
  ["a default permission that the view gives up", `from pyramid.security import NO_PERMISSION_REQUIRED\n${served(", permission=NO_PERMISSION_REQUIRED")}c.set_default_permission("write")\n`],
  ["a security policy that permits everything", `class P:\n    def identity(self, request):\n        return {"k": 1}.get(request.headers.get("X-Key"))\n    def permits(self, request, context, permission):\n        self.identity(request)\n        return True\n${served(`, permission="any"`, "c = Configurator(security_policy=P())\n")}`],
  ["a forbidden view that is registered", `${served("")}c.add_forbidden_view(v)\n`],
])("%s does not guard", async (_, code) => {
  expect(await postureOf(code)).toBe("public");
});

test.each([
  ["a tween", `def tween(handler, registry):\n    def inner(request):\n        if request.headers.get("X-Key") != "secret": return HTTPForbidden()\n        return handler(request)\n    return inner\n${served("")}if settings.strict:\n    c.add_tween("main.tween")\n`],
  ["a security policy", `class P:\n    def identity(self, request):\n        return {"k": 1}.get(request.headers.get("X-Key"))\n    def permits(self, request, context, permission):\n        return self.identity(request) is not None\n${served(`, permission="any"`, "c = Configurator()\n")}if settings.strict:\n    c.set_security_policy(P())\n`],
])("%s that is there under a condition is no guard that is proved", async (_, code) => {
  expect(await postureOf(`from house import settings\n${code}`)).toBe("unknown");
});

test("of two views for one route and method, the open one decides", async () => {
  const code = `${classic}c.add_route("x", "/x")\nc.add_view(v, route_name="x", request_method="GET", request_param="a", permission="write")\nc.add_view(v, route_name="x", request_method="GET", permission="read")\n`;
  expect(await postureOf(code)).toBe("public");
});

test("a policy from elsewhere leaves the posture unknown", async () => {
  expect(await postureOf(`from house.security import AuthPolicy\n${served(`, permission="any"`, "c = Configurator(security_policy=AuthPolicy())\n")}`)).toBe("unknown");
});

test("views are found by a scan of the package, and by nothing else", async () => {
  const model = await linkSources([python, pyramid], {
    "app/__init__.py": `from pyramid.config import Configurator\ndef main(global_config, **settings):\n    config = Configurator(settings=settings)\n    config.add_route("a", "/a")\n    config.add_route("b", "/b")\n    config.scan(".views")\n    return config.make_wsgi_app()\n`,
    "app/views.py": `from pyramid.view import view_config\n@view_config(route_name="a")\ndef a(request): return {}\n`,
    "app/other.py": `from pyramid.view import view_config\n@view_config(route_name="b")\ndef b(request): return {}\n`,
  });
  expect(routesOf(model)).toEqual(["* /a"]);
});

test("what traversal finds, and an include from outside, are reported", async () => {
  const model = await linkSources([python, pyramid], { "main.py": `${preamble}c = Configurator()\nc.include("pyramid_debugtoolbar")\nc.add_view(v, name="x")\n` });
  expect(model.coverage.unresolved.map((one) => one.what).sort()).toEqual(["mount", "route"]);
});
