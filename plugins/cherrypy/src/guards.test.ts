import { endpointOf, linkSources, routesOf } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import cherrypy from "./index.ts";

const preamble = `
import cherrypy
def user(): return {"k": 1}.get(cherrypy.request.headers.get("Authorization"))
def check():
    if not user(): raise cherrypy.HTTPError(401)
cherrypy.tools.check = cherrypy.Tool("before_handler", check)
`;
const page = `class Root:\n    @cherrypy.expose\n    def x(self): return ""\n`;

async function postureOf(code: string, route = "* /x"): Promise<string> {
  return endpointOf(await linkSources([python, cherrypy], { "main.py": preamble + code }), route).posture;
}

test.each([
  ["a tool that the configuration of the path switches on", `${page}cherrypy.quickstart(Root(), "/", {"/x": {"tools.check.on": True}})`],
  ["a tool that the whole server has on", `${page}cherrypy.config.update({"tools.check.on": True})\ncherrypy.quickstart(Root())`],
  ["a tool on the class", `@cherrypy.tools.check()\n${page}cherrypy.quickstart(Root())`],
  ["basic authentication that compares name and password", `def ok(realm, user, word): return (user, word) == ("root", "secret") or user == "a" and word == "b"\n${page}cherrypy.quickstart(Root(), "/", {"/": {"tools.auth_basic.on": True, "tools.auth_basic.realm": "r", "tools.auth_basic.checkpassword": ok}})`],
  ["basic authentication that compares the password with the one that is kept for the name", `WORDS = {"root": "secret"}\ndef ok(realm, user, word): return WORDS.get(user) == word\n${page}cherrypy.quickstart(Root(), "/", {"/": {"tools.auth_basic.on": True, "tools.auth_basic.checkpassword": ok}})`],
  ["a session without which there is a redirect", `class Root:\n    @cherrypy.expose\n    def x(self):\n        if cherrypy.session.get("user") is None: raise cherrypy.HTTPRedirect("/login")\n        return ""\ncherrypy.quickstart(Root())`],
  ["a handler tool that answers in the page's place", `def refuse():\n    if user(): return False\n    cherrypy.response.status = 403\n    return True\ncherrypy.tools.refuse = cherrypy._cptools.HandlerTool(refuse)\n${page}cherrypy.quickstart(Root(), "/", {"/": {"tools.refuse.on": True}})`],
])("%s guards", async (_, code) => {
  expect(await postureOf(code)).toBe("protected");
});

test.each([
  ["a tool for another path", `${page}cherrypy.quickstart(Root(), "/", {"/y": {"tools.check.on": True}})`],
  ["a tool that the page switches off", `@cherrypy.tools.check()\nclass Root:\n    @cherrypy.expose\n    @cherrypy.config(**{"tools.check.on": False})\n    def x(self): return ""\ncherrypy.quickstart(Root())`],
  ["a tool that runs after the page", `cherrypy.tools.late = cherrypy.Tool("before_finalize", check)\n${page}cherrypy.quickstart(Root(), "/", {"/": {"tools.late.on": True}})`],
  ["a status that a tool sets and nothing more", `def note():\n    if not user(): cherrypy.response.status = 401\ncherrypy.tools.note = cherrypy.Tool("before_handler", note)\n${page}cherrypy.quickstart(Root(), "/", {"/": {"tools.note.on": True}})`],
])("%s does not guard", async (_, code) => {
  expect(await postureOf(code)).toBe("public");
});

test.each([
  ["a tool that a setting switches on", `from house import settings\n${page}cherrypy.quickstart(Root(), "/", {"/": {"tools.check.on": settings.strict}})`],
  ["a tool that one of two branches switches on", `from house import settings\nif settings.strict:\n    strict = True\nelse:\n    strict = False\n${page}cherrypy.quickstart(Root(), "/", {"/": {"tools.check.on": strict}})`],
  ["what a file of configuration switches on", `import os.path\n${page}cherrypy.quickstart(Root(), "/", os.path.join(os.path.dirname(__file__), "app.conf"))`],
])("%s is no guard that is proved", async (_, code) => {
  expect(await postureOf(code)).toBe("unknown");
});

test("a token that a session keeps for every visitor says nothing of who calls", async () => {
  expect(await postureOf(`class Root:\n    @cherrypy.expose\n    def x(self):\n        if cherrypy.session.get("_csrf_token") != cherrypy.request.headers.get("X-CSRF-Token"): raise cherrypy.HTTPError(403)\n        return ""\ncherrypy.quickstart(Root())`)).not.toBe("protected");
});

test("a tree in a function that a command runs is found, under a path that is not known", async () => {
  const model = await linkSources([python, cherrypy], { "main.py": `${preamble}${page}def start(options):\n    cherrypy.tree.mount(Root(), options["root"])\n` });
  expect(routesOf(model)).toEqual(["* /x"]);
  expect(model.coverage.unresolved.map((one) => one.what)).toEqual(["mount"]);
});

test("a tree that is mounted only when its module is run as a program is served, and where a file configures it that is told", async () => {
  const model = await linkSources([python, cherrypy], { "main.py": `${preamble}${page}if __name__ == "__main__":\n    cherrypy.quickstart(Root(), "/", "app.conf")\n` });
  expect(routesOf(model)).toEqual(["* /x"]);
  expect(model.coverage.unresolved.map(({ reason }) => reason)).toEqual(["its configuration lies in a file that is not read: guards and dispatchers that it switches on are not seen"]);
});

test("a tool that nothing followed defines leaves the posture unknown where it may be about the caller", async () => {
  expect(await postureOf(`${page}cherrypy.quickstart(Root(), "/", {"/": {"tools.require_login.on": True}})`)).toBe("unknown");
});

test("pages take their path from attributes, verbs from methods", async () => {
  const code = `@cherrypy.popargs("id")\nclass Items:\n    @cherrypy.expose\n    def index(self, id=None): return ""\n    def hidden(self): return ""\n@cherrypy.expose\nclass Verbs:\n    def GET(self, id): return ""\n    def PUT(self, id=None): return ""\nclass Root: pass\nroot = Root()\nroot.items = Items()\nroot.verbs = Verbs()\ncherrypy.tree.mount(root, "/a", {"/verbs": {"request.dispatch": cherrypy.dispatch.MethodDispatcher()}})\n`;
  expect(routesOf(await linkSources([python, cherrypy], { "main.py": preamble + code }))).toEqual(["* /a/items/{id}/", "GET /a/verbs/{id}", "PUT /a/verbs", "PUT /a/verbs/{id}"]);
});

test("what a file of configuration says is followed: tools, functions by their names, and what is no literal stays unknown", async () => {
  const pages = `class Root:\n    @cherrypy.expose\n    def x(self): return ""\n    @cherrypy.expose\n    def y(self): return ""\n    @cherrypy.expose\n    def z(self): return ""\n`;
  const conf = "[global]\nserver.socket_port: 8080\n[/x]\ntools.check.on: True\n[/z]\ntools.check.on: 1 < 2\n";
  const model = await linkSources([python, cherrypy], { "house/main.py": `${preamble}${pages}cherrypy.quickstart(Root(), "/", "app.conf")\n`, "house/app.conf": conf });
  expect(model.endpoints.map(({ path, posture }) => `${path} ${posture}`).sort()).toEqual(["/x protected", "/y public", "/z unknown"]);
  expect(model.coverage.unresolved).toEqual([]);
});

test("what a file sets for the whole server holds for every page", async () => {
  const model = await linkSources([python, cherrypy], { "main.py": `${preamble}${page}cherrypy.config.update("server.conf")\ncherrypy.tree.mount(Root(), "/")\n`, "server.conf": "[global]\ntools.check.on = True\n" });
  expect(endpointOf(model, "* /x").posture).toBe("protected");
});
