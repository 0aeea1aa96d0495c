import { endpointOf, linkSources, routesOf, type Sources } from "@muster/plugin-tester/sources";
import flask from "@muster/plugin-flask";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import appBuilder from "./index.ts";

const link = (sources: Sources) => linkSources([python, flask, appBuilder], sources);
const preamble = "from flask import Flask, redirect\nfrom flask_appbuilder import AppBuilder, BaseView, IndexView, ModelView, expose, has_access\nfrom flask_appbuilder.api import BaseApi, ModelRestApi, protect, safe\nfrom flask_appbuilder.security.decorators import has_access_api, permission_name\nfrom flask_appbuilder.security.sqla.manager import SecurityManager\n";
const application = (views: string, config = "", manager = ""): Sources => ({ "main.py": `${preamble}${views}\napp = Flask(__name__)\n${config}\nappbuilder = AppBuilder(app, None${manager})\nfor one in (V,):\n    appbuilder.add_view_no_menu(one)\n` });
const judged = async (views: string, route = "GET /v/x", config = "", manager = ""): Promise<string> => endpointOf(await link(application(views, config, manager)), route).posture;

const view = (decorators: string): string => `class V(BaseView):\n    route_base = "/v"\n${decorators}\n    def x(self):\n        return "x"\n`;
const api = (decorators: string, more = ""): string => `class V(BaseApi):\n    route_base = "/v"\n${more}${decorators}\n    def x(self):\n        return self.response(200)\n`;

test.each([
  ["has_access below expose", view('    @expose("/x")\n    @has_access'), "protected"],
  ["has_access above expose: the method as it is in the end is registered", view('    @has_access\n    @expose("/x")'), "protected"],
  ["has_access_api", view('    @expose("/x")\n    @has_access_api'), "protected"],
  ["a permission's name alone", view('    @expose("/x")\n    @permission_name("x")'), "public"],
  ["expose alone", view('    @expose("/x")'), "public"],
  ["protect", api('    @expose("/x")\n    @protect()\n    @safe'), "protected"],
  ["protect that takes a session too", api('    @expose("/x")\n    @protect(allow_browser_login=True)'), "protected"],
  ["an interface that takes a session too", api('    @expose("/x")\n    @protect()', "    allow_browser_login = True\n"), "protected"],
  ["safe alone", api('    @expose("/x")\n    @safe'), "public"],
])("%s", async (_, views, posture) => {
  expect(await judged(views)).toBe(posture);
});

test("a method that is overridden without the decorator is open, and its routes stay", async () => {
  expect(await judged(`class Base(BaseView):\n    route_base = "/v"\n    @expose("/x")\n    @has_access\n    def x(self):\n        return "x"\nclass V(Base):\n    route_base = "/v"\n    @expose("/x")\n    def x(self):\n        return "y"\n`)).toBe("public");
});

test("where the public role is the administrators' everybody may everything", async () => {
  expect(await judged(view('    @expose("/x")\n    @has_access'), "GET /v/x", 'app.config["AUTH_ROLE_PUBLIC"] = "Admin"')).toBe("public");
});

test("what a public role of another name may do is in the database", async () => {
  expect(await judged(view('    @expose("/x")\n    @has_access'), "GET /v/x", 'app.config["AUTH_ROLE_PUBLIC"] = "Viewer"')).toBe("unknown");
});

test("a security manager of one's own decides", async () => {
  const manager = "class Mine(SecurityManager):\n    def has_access(self, permission_name, view_name):\n        return True\n";
  expect(await judged(manager + view('    @expose("/x")\n    @has_access'), "GET /v/x", "", ", security_manager_class=Mine")).toBe("public");
  const same = "class Mine(SecurityManager):\n    def has_access(self, permission_name, view_name):\n        return super().has_access(permission_name, view_name)\n";
  expect(await judged(same + view('    @expose("/x")\n    @has_access'), "GET /v/x", "", ", security_manager_class=Mine")).toBe("protected");
});

test("routes that a model's view has by itself are listed for the view of the repository, and can be left out", async () => {
  const model = await link(application('class V(ModelRestApi):\n    resource_name = "thing"\n    version = "v3"\n    include_route_methods = {"get", "delete"}\n'));
  expect(routesOf(model).filter((route) => route.includes("thing"))).toEqual(["DELETE /api/v3/thing/{pk}", "GET /api/v3/thing/{pk}"]);
  expect(endpointOf(model, "DELETE /api/v3/thing/{pk}")).toMatchObject({ posture: "protected", hidden: false, handler: { symbol: "main.V.delete" } });
});

test.each([
  ["by default", "", []],
  ["with the page that shows it", 'app.config["FAB_API_SWAGGER_UI"] = True', ["GET /api/{version}/_openapi", "GET /swagger/{version}"]],
  ["where such views are left out", 'app.config["FAB_API_SWAGGER_UI"] = True\napp.config["FAB_ADD_OPENAPI_VIEWS"] = False', []],
])("the OpenAPI document is served with the page that shows it alone: %s", async (_, config, served) => {
  const routes = routesOf(await link(application(view('    @expose("/x")'), config)));
  expect(routes.filter((route) => /openapi|swagger/.test(route))).toEqual(served);
});

test("views may be added before the application is there", async () => {
  const model = await link({ "main.py": `${preamble}${view('    @expose("/x")\n    @has_access')}appbuilder = AppBuilder()\nappbuilder.add_view_no_menu(V)\ndef create_app():\n    app = Flask(__name__)\n    appbuilder.init_app(app, None)\n    return app\n` });
  expect(endpointOf(model, "GET /v/x").posture).toBe("protected");
});
