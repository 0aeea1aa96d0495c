import { endpointOf, linkSources, routesOf, type Sources } from "@muster/plugin-tester/sources";
import flask from "@muster/plugin-flask";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import flaskAdmin from "./index.ts";

const link = (sources: Sources) => linkSources([python, flask, flaskAdmin], sources);
const preamble = "from flask import Flask, abort, redirect, request\nfrom flask_admin import Admin, AdminIndexView, BaseView, expose\nfrom flask_admin.contrib.sqla import ModelView\nfrom flask_login import LoginManager, current_user, login_required\napp = Flask(__name__)\nLoginManager(app)\n";
const judged = async (view: string, route = "GET /admin/v/"): Promise<string> => endpointOf(await link({ "main.py": `${preamble}${view}\nadmin = Admin(app)\nadmin.add_view(V())\n` }), route).posture;
const index = '    @expose("/")\n    def index(self):\n        return ""\n';

test.each([
  ["a view that says nothing is open", `class V(BaseView):\n${index}`, "public"],
  ["is_accessible guards", `class V(BaseView):\n    def is_accessible(self):\n        return current_user.is_authenticated\n${index}`, "protected"],
  ["is_visible does not", `class V(BaseView):\n    def is_visible(self):\n        return current_user.is_authenticated\n${index}`, "public"],
  ["a callback that lets in whoever is turned away does not guard", `class V(BaseView):\n    def is_accessible(self):\n        return current_user.is_authenticated\n    def inaccessible_callback(self, name, **kwargs):\n        return None\n${index}`, "public"],
  ["a mixin before the view guards", `class Guarded:\n    def is_accessible(self):\n        return current_user.is_authenticated\nclass V(Guarded, BaseView):\n${index}`, "protected"],
  ["a mixin behind the view does not: the library's own answer comes first", `class Guarded:\n    def is_accessible(self):\n        return current_user.is_authenticated\nclass V(BaseView, Guarded):\n${index}`, "public"],
  ["_handle_view that is overridden counts", `class V(BaseView):\n    def _handle_view(self, name, **kwargs):\n        if not current_user.is_authenticated:\n            abort(401)\n${index}`, "protected"],
  ["a decorator on one method guards that method", `class V(BaseView):\n    @expose("/")\n    @login_required\n    def index(self):\n        return ""\n`, "protected"],
])("%s", async (_, view, posture) => {
  expect(await judged(view)).toBe(posture);
});

test("each route of a model is listed for the view class of the repository, with what guards the view", async () => {
  const model = await link({ "main.py": `${preamble}class Thing:\n    pass\nclass Open(ModelView):\n    pass\nclass Closed(ModelView):\n    def is_accessible(self):\n        return current_user.is_authenticated\nadmin = Admin(app, url="/back")\nadmin.add_view(Open(Thing, None))\nadmin.add_view(Closed(Thing, None, endpoint="closed"))\n` });
  expect(routesOf(model)).toEqual(expect.arrayContaining(["GET /back/thing/", "POST /back/thing/delete/", "POST /back/closed/delete/"]));
  expect(endpointOf(model, "POST /back/thing/delete/")).toMatchObject({ posture: "public", hidden: false });
  expect(endpointOf(model, "POST /back/closed/delete/")).toMatchObject({ posture: "protected", hidden: false });
});

test("views that are collected before the application is there are served once it is", async () => {
  const model = await link({ "main.py": `${preamble}class V(BaseView):\n${index}admin = Admin(name="x")\nadmin.add_view(V(url="here"))\ndef create_app():\n    other = Flask("other")\n    admin.init_app(other)\n    return other\n` });
  expect(routesOf(model)).toContain("GET /admin/here/");
});
