import flask from "@muster/plugin-flask";
import flaskAdmin from "@muster/plugin-flask-admin";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { conditions, underCondition, type Condition } from "../python/condition.ts";
import { PythonProject } from "../python/project.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Placed = "default" | "endpoint" | "below" | "absolute";
type Method = { readonly id: number; readonly paths: readonly string[]; readonly methods: readonly string[]; readonly isGuarded: boolean };
type View = { readonly id: number; readonly placed: Placed; readonly isInherited: boolean; readonly isOverridden: boolean; readonly condition: Condition; readonly methods: readonly Method[] };
type Application = { readonly isLate: boolean; readonly url: string; readonly hasIndex: boolean; readonly views: readonly View[] };

const verbs = ["GET", "POST", "PUT", "DELETE"] as const;

function application(random: Random): Application {
  let ids = 0;
  const method = (): Method => {
    const id = ++ids;
    return { id, paths: random.some([`/x${id}`, `/y${id}/`, `/n${id}/<int:item>`, `/t${id}/<item>`]), methods: random.some(verbs), isGuarded: random.chance(0.3) };
  };
  const view = (): View => ({ id: ++ids, placed: random.mostly<Placed>(["default", "endpoint", "below", "absolute"]), isInherited: random.chance(0.3), isOverridden: random.chance(0.2), condition: random.chance(0.8) ? "always" : random.pick(conditions), methods: random.list(0, 3, method) });
  return { isLate: random.chance(0.4), url: random.pick(["", "/back", "/back/office"]), hasIndex: random.chance(0.4), views: random.list(1, 4, view) };
}

function render({ isLate, url, hasIndex, views }: Application): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  main.add('from functools import wraps\nfrom flask import Flask\nfrom flask_admin import Admin, AdminIndexView, BaseView, expose\ndef around(function):\n    @wraps(function)\n    def inner(*args, **values):\n        return function(*args, **values)\n    return inner\napp = Flask(__name__, static_folder=None)');
  for (const view of views) main.add(classesOf(view));
  if (hasIndex) main.add('class Index(AdminIndexView):\n    @expose("/")\n    def index(self):\n        return "index"\n    @expose("/more")\n    def more(self):\n        return "more"');
  const given = [...(url === "" || hasIndex ? [] : [`url="${url}"`]), ...(hasIndex ? [`index_view=Index(${url === "" ? "" : `url="${url}"`})`] : [])];
  main.add(`admin = Admin(${[...(isLate ? [] : ["app"]), ...given].join(", ")})`);
  for (const view of views) underCondition(main, view.condition, 0, (depth) => main.add(`admin.add_view(View_${view.id}(${placeOf(view)}))`, depth));
  if (isLate) main.add("admin.init_app(app)");
  return project.sources();
}

function placeOf({ id, placed }: View): string {
  return { default: "", endpoint: `name="v", endpoint="e${id}"`, below: `url="below${id}"`, absolute: `url="/absolute${id}"` }[placed];
}

function classesOf({ id, isInherited, isOverridden, methods }: View): string {
  const index = '    @expose("/")\n    def index(self):\n        return "index"';
  const own = methods.map((method) => `${method.paths.map((path) => `    @expose("${path}", methods=(${method.methods.map((verb) => `"${verb}"`).join(", ")},))`).join("\n")}\n${method.isGuarded ? "    @around\n" : ""}    def answer_${method.id}(self, **values):\n        return "answer"`).join("\n");
  if (!isInherited) return `class View_${id}(BaseView):\n${index}${own === "" ? "" : `\n${own}`}`;
  const [first] = methods;
  const overridden = isOverridden && first ? `    def answer_${first.id}(self, **values):\n        return "no route any more"` : "    pass";
  return `class Base_${id}(BaseView):\n${index}${own === "" ? "" : `\n${own}`}\nclass View_${id}(Base_${id}):\n${overridden}`;
}

/** Views of Flask-Admin, inherited and overridden, below prefixes that are said in many places. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "flask_admin",
  plugins: [python, flask, flaskAdmin],
  requirements: ["flask-admin==2.2.1", "flask==3.1.3", "werkzeug==3.1.9"],
  generate: application,
  render,
  smaller: (description) => smaller(description, { fields: { isLate: false, url: "", hasIndex: false, placed: "default", isInherited: false, isOverridden: false, condition: "always", isGuarded: false } }),
});
