import flask from "@muster/plugin-flask";
import appbuilder from "@muster/plugin-flask-appbuilder";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { conditions, underCondition, type Condition } from "../python/condition.ts";
import { PythonProject } from "../python/project.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Asked = "nothing" | "access" | "access above" | "access of an API" | "protection" | "login" | "own check" | "own check that lets in";
type Method = { readonly id: number; readonly paths: readonly string[]; readonly methods: readonly string[]; readonly asked: Asked };
type Kind = "view" | "api" | "model view" | "model api";
type View = { readonly id: number; readonly kind: Kind; readonly placed: "default" | "route_base" | "resource_name"; readonly only: boolean; readonly isInherited: boolean; readonly isOverridden: boolean; readonly condition: Condition; readonly methods: readonly Method[] };
type Application = { readonly isLate: boolean; readonly hasIndex: boolean; readonly views: readonly View[] };

const asks = ["access", "protection", "nothing", "access above", "access of an API", "login", "own check", "own check that lets in"] as const;

function application(random: Random): Application {
  let ids = 0;
  const method = (kind: Kind) => (): Method => {
    const id = ++ids;
    const asked = random.pick(asks);
    // What protects APIs answers in their way, and looks for it in their class.
    const fits = kind.endsWith("view") ? asked !== "protection" : asked !== "access" && asked !== "access above" && asked !== "access of an API";
    return { id, paths: random.some([`/x${id}`, `/y${id}/`, `/n${id}/<int:item>`, `/t${id}/<item>`]), methods: random.some(["GET", "POST", "PUT", "DELETE"]), asked: fits ? asked : "nothing" };
  };
  const view = (): View => {
    const kind = random.mostly<Kind>(["view", "api", "model view", "model api"]);
    return { id: ++ids, kind, placed: random.pick(["default", "route_base", "resource_name"]), only: random.chance(0.4), isInherited: random.chance(0.3), isOverridden: random.chance(0.2), condition: random.chance(0.85) ? "always" : random.pick(conditions), methods: random.list(0, 3, method(kind)) };
  };
  return { isLate: random.chance(0.4), hasIndex: random.chance(0.3), views: random.list(1, 3, view) };
}

const head = `import logging
from flask import Flask, abort, request
from flask_appbuilder import AppBuilder, BaseView, IndexView, Model, ModelView, expose, has_access
from flask_appbuilder.api import BaseApi, ModelRestApi, protect
from flask_appbuilder.models.sqla.interface import SQLAInterface
from flask_appbuilder.security.decorators import has_access_api
from flask_appbuilder.utils.legacy import get_sqla_class
from flask_login import login_required
from sqlalchemy import Column, Integer, String
logging.disable(logging.CRITICAL)
db = get_sqla_class()()
class Thing(Model):
    __tablename__ = "thing"
    id = Column(Integer, primary_key=True)
    name = Column(String(20))
app = Flask(__name__, static_folder=None)
app.config.update(SECRET_KEY="the-office-keeps-this-secret-of-thirty-two-bytes", SQLALCHEMY_DATABASE_URI="sqlite://", WTF_CSRF_ENABLED=False, FAB_ADD_SECURITY_VIEWS=False, PERMANENT_SESSION_LIFETIME=10**9)
db.init_app(app)`;

/** The tables, and one who may do everything: neither the first user nor of the first role, which calling everything deletes. */
const prepare = `def prepare():
    with app.app_context():
        db.create_all()
        sm = appbuilder.sm
        appbuilder.add_permissions(update_perms=True)
        keeper = sm.add_role("Keeper")
        keeper.permissions = list(sm.find_role("Admin").permissions)
        for name, role in (("first", sm.find_role("Public")), ("keeper", keeper)):
            sm.add_user(name, "Office", name, f"{name}@example.com", role, password="keeper")
        db.session.add(Thing(id=1, name="one"))
        db.session.commit()`;

function render({ isLate, hasIndex, views }: Application): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  main.add(head);
  if (hasIndex) main.add('class Index(IndexView):\n    @expose("/hello")\n    def hello(self):\n        return "hello"');
  const index = hasIndex ? "indexview=Index" : "";
  if (isLate) main.add(`appbuilder = AppBuilder(${index})`);
  for (const view of views) main.add(classesOf(view));
  main.add("with app.app_context():");
  main.add(isLate ? "    appbuilder.init_app(app, db.session)" : `    appbuilder = AppBuilder(app, db.session${index === "" ? "" : `, ${index}`})`);
  for (const view of views) {
    const add = view.kind.endsWith("api") ? `appbuilder.add_api(View_${view.id})` : `appbuilder.add_view_no_menu(View_${view.id})`;
    underCondition(main, view.condition, 1, (depth) => main.add(add, depth));
  }
  main.add(`    appbuilder.sm.jwt_manager.invalid_token_loader(lambda reason: ({"message": reason}, 401))\n${prepare}`);
  return project.sources();
}

function classesOf({ id, kind, placed, only, isInherited, isOverridden, methods }: View): string {
  const base = { view: "BaseView", api: "BaseApi", "model view": "ModelView", "model api": "ModelRestApi" }[kind];
  const isModel = kind.startsWith("model");
  const names = methods.map((method) => `"answer_${method.id}"`);
  const lines = [
    ...(isModel ? ["datamodel = SQLAInterface(Thing)"] : []),
    ...(isModel && only ? [`include_route_methods = {${[kind === "model view" ? '"list", "show"' : '"get_list", "get"', ...names].join(", ")}}`] : []),
    ...(placed === "route_base" ? [`route_base = "/base${id}"`] : placed === "resource_name" && kind.endsWith("api") ? [`resource_name = "things${id}"`] : []),
  ];
  const body = `${["own = None", ...lines].map((line) => `    ${line}`).join("\n")}\n${methods.map(methodOf).join("\n")}`;
  if (!isInherited) return `class View_${id}(${base}):\n${body}`;
  const [first] = methods;
  return `class Base_${id}(${base}):\n${body}\nclass View_${id}(Base_${id}):\n${isOverridden && first ? `    @expose("/z${first.id}")\n    def answer_${first.id}(self, **values):\n        return "answer"` : "    pass"}`;
}

function methodOf({ id, paths, methods, asked }: Method): string {
  const exposed = paths.map((path) => `    @expose("${path}", methods=[${methods.map((verb) => `"${verb}"`).join(", ")}])\n`).join("");
  const below = { nothing: "", access: "    @has_access\n", "access above": "", "access of an API": "    @has_access_api\n", protection: "    @protect(allow_browser_login=True)\n", login: "    @login_required\n", "own check": "", "own check that lets in": "" }[asked];
  const check = { "own check": '        if request.headers.get("X-Key") != "secret":\n            abort(401)\n', "own check that lets in": '        if request.headers.get("X-Key") == "secret":\n            abort(401)\n' }[asked as string] ?? "";
  return `${asked === "access above" ? "    @has_access\n" : ""}${exposed}${below}    def answer_${id}(self, **values):\n${check}        return "answer"`;
}

/** Who signed in as the second user, for a year that is far away. */
const token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJmcmVzaCI6dHJ1ZSwiaWF0IjoxNzk1NjQ5MTczLCJqdGkiOiJlYjAwZjJkMy01MjA2LTQwMTAtODczNi01Mzc5ZmJmNTFjNmYiLCJ0eXBlIjoiYWNjZXNzIiwic3ViIjoiMiIsIm5iZiI6MTc5NTY0OTE3MywiY3NyZiI6IjQyNWU0OWFjLWI4MDAtNDg2Yy04YTUyLWQwZDMyNjMyMmNkZCJ9.t1Fv23F8Ve2KStFeUlcLniJFlbPe6eK4TQBVN8jUaAI";
const session = "eyJfZnJlc2giOnRydWUsIl91c2VyX2lkIjoiMiJ9.awdulQ.NQ-HiHeSNVzyFCliB_myQmS76g4";

/** Views and APIs of Flask-AppBuilder, with models and without, inherited and overridden, and who is let in to each. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "flask_appbuilder",
  oracle: "appbuilder",
  plugins: [python, flask, appbuilder],
  requirements: ["flask-appbuilder==5.3.0", "flask==3.1.3", "werkzeug==3.1.9"],
  generate: application,
  render,
  config: () => ({
    application: "main:app",
    setup: "main:prepare",
    measured: true,
    callers: [{ headers: { authorization: `Bearer ${token}`, "x-key": "secret" } }, { headers: { "x-key": "secret" }, cookies: { session } }],
    credentialNames: { headers: ["x-key"], cookies: ["session"] },
  }),
  smaller: (description) => smaller(description, { fields: { isLate: false, hasIndex: false, placed: "default", only: false, isInherited: false, isOverridden: false, condition: "always", asked: "nothing" } }),
});
