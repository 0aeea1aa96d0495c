import flask from "@muster/plugin-flask";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { addFinding, checkLines, indent, measured, randomCheck, simplestCheck, type Check } from "../python/guard.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Answer = "abort" | "tuple" | "response" | "redirect" | "returned nothing";
type Guard = { readonly check: Check; readonly answer: Answer; readonly reach: Reach };
type Hook = { readonly check: Check; readonly answer: Answer; readonly on: "app" | "blueprint" | "before_app_request"; readonly open: "nothing" | "endpoint" | "endpoints" | "exact" | "prefix" | "blueprint" | "options" | "regex" };
type View = { readonly id: number; readonly method: "GET" | "POST" | "DELETE"; readonly guard: Guard | null; readonly by: "below" | "above" | "inline" | "rule" | "factory" | "decorators" | "dispatch" | "base class" | "method" };
type Blueprint = { readonly id: number; readonly hook: Hook | null; readonly nested: boolean; readonly views: readonly View[] };
type Application = { readonly hook: Hook | null; readonly blueprints: readonly Blueprint[] };

const answers = ["abort", "tuple", "response", "redirect", "returned nothing"] as const;
const opens = ["nothing", "endpoint", "endpoints", "exact", "prefix", "blueprint", "options", "regex"] as const;

function application(random: Random): Application {
  let ids = 0;
  const guard = (): Guard => ({ check: randomCheck(random, ++ids), answer: random.mostly(answers), reach: random.mostly(reaches) });
  const view = (): View => ({ id: ++ids, method: random.pick(["GET", "POST", "DELETE"]), guard: random.chance(0.7) ? guard() : null, by: random.pick(["below", "above", "inline", "rule", "factory", "decorators", "dispatch", "base class", "method"]) });
  const hook = (on: Hook["on"]): Hook => ({ check: randomCheck(random, ++ids), answer: random.mostly(answers), on, open: random.pick(opens) });
  const blueprint = (): Blueprint => ({ id: ++ids, hook: random.chance(0.25) ? hook(random.pick(["blueprint", "blueprint", "before_app_request"])) : null, nested: random.chance(0.3), views: random.list(1, 4, view) });
  return { hook: random.chance(0.2) ? hook("app") : null, blueprints: random.list(1, 3, blueprint) };
}

const imports = "import re\nfrom functools import wraps\nfrom flask import Blueprint, Flask, abort, jsonify, make_response, redirect, request\nfrom flask.views import MethodView, View";

function render({ hook, blueprints }: Application): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  main.add(`${imports}\napp = Flask(__name__, static_folder=None)`);
  const views = blueprints.flatMap((blueprint) => blueprint.views.map((view) => ({ blueprint, view })));
  if (hook !== null) addHook(main, hook, "app", views);
  for (const blueprint of blueprints) {
    const module = project.module(`parts.part_${blueprint.id}`);
    module.add(`${imports}\nbp = Blueprint("b${blueprint.id}", __name__)`);
    if (blueprint.hook !== null) addHook(module, blueprint.hook, "bp", views);
    for (const view of blueprint.views) addView(project, module, view);
    const name = reachName(project, "alias", main, module, "bp");
    if (blueprint.nested) main.add(`outer_${blueprint.id} = Blueprint("o${blueprint.id}", __name__)\nouter_${blueprint.id}.register_blueprint(${name}, url_prefix="/b${blueprint.id}")\napp.register_blueprint(outer_${blueprint.id}, url_prefix="/o")`);
    else main.add(`app.register_blueprint(${name}, url_prefix="/b${blueprint.id}")`);
  }
  return project.sources();
}

function readOf({ credential }: Check): string {
  return credential === "cookie" ? `request.cookies.get("session")` : `request.headers.get("${credential}")`;
}

function refuseOf({ status }: Check, answer: Answer): string {
  return {
    abort: `abort(${status})`,
    tuple: `return jsonify(error="no"), ${status}`,
    response: `return make_response("no", ${status})`,
    redirect: `return redirect("/login")`,
    "returned nothing": "value = None",
  }[answer];
}

function lines(check: Check, answer: Answer, pass: string): string {
  return checkLines(check, { read: readOf(check), refuse: refuseOf(check, answer), pass, method: "request.method" });
}

function addHook(module: PythonModule, { check, answer, on, open }: Hook, target: string, views: readonly { readonly blueprint: Blueprint; readonly view: View }[]): void {
  const [first, second] = views.map(({ blueprint, view }) => ({ endpoint: `${blueprint.nested ? `o${blueprint.id}.` : ""}b${blueprint.id}.v${view.id}`, path: `${blueprint.nested ? "/o" : ""}/b${blueprint.id}/v${view.id}`, blueprint: `b${blueprint.id}`, prefix: `${blueprint.nested ? "/o" : ""}/b${blueprint.id}/` }));
  const isOpen = {
    nothing: "False",
    endpoint: `request.endpoint == "${first?.endpoint}"`,
    endpoints: `request.endpoint in {"${first?.endpoint}", "${second?.endpoint ?? "static"}"}`,
    exact: `request.path == "${first?.path}"`,
    prefix: `request.path.startswith("${first?.prefix}")`,
    blueprint: `request.blueprint == "${first?.blueprint}"`,
    options: `request.method == "OPTIONS"`,
    regex: `re.match(r"^${first?.prefix}v\\d+$", request.path)`,
  }[open];
  addFinding(module, check);
  const register = { app: "before_request", blueprint: "before_request", before_app_request: "before_app_request" }[on];
  module.add(`@${target}.${register}\ndef hook_${check.id}():\n    if ${isOpen}:\n        return None\n${indent(lines(check, answer, "return None"), 1)}`);
}

/** A decorator in a module of its own; yields what stands for it where it is used. */
function decorator(project: PythonProject, from: PythonModule, { check, answer, reach }: Guard, isFactory = false): string {
  const module = project.module(`guards.part_${check.id}`);
  module.add(imports);
  addFinding(module, check);
  const name = `guard_${check.id}`;
  const body = `def ${isFactory ? "decorate" : name}(fn):\n    @wraps(fn)\n    def inner(*args, **kwargs):\n${indent(lines(check, answer, "return fn(*args, **kwargs)"), 2)}\n    return inner`;
  module.add(isFactory ? `def ${name}(role):\n${indent(body, 1)}\n    return decorate` : body);
  return `${reachName(project, reach, from, module, name)}${isFactory ? '("admin")' : ""}`;
}

function addView(project: PythonProject, module: PythonModule, { id, method, guard, by }: View): void {
  const path = `"/v${id}", methods=["${method}"]`;
  const [name, cls] = [`v${id}`, `View${id}`];
  if (guard === null) return module.add(`@bp.route(${path})\ndef ${name}():\n    return "ok"`);
  const verb = method.toLowerCase();
  switch (by) {
    case "below":
      return module.add(`@bp.route(${path})\n@${decoratedBy(project, module, guard)}\ndef ${name}():\n    return "ok"`);
    case "factory":
      return module.add(`@bp.route(${path})\n@${decoratedBy(project, module, guard, true)}\ndef ${name}():\n    return "ok"`);
    case "above":
      return module.add(`@${decoratedBy(project, module, guard)}\n@bp.route(${path})\ndef ${name}():\n    return "ok"`);
    case "inline":
      addFinding(module, guard.check);
      return module.add(`@bp.route(${path})\ndef ${name}():\n${indent(lines(guard.check, guard.answer, 'return "ok"'), 1)}`);
    case "rule":
      return module.add(`def ${name}():\n    return "ok"\nbp.add_url_rule("/v${id}", "${name}", ${decorator(project, module, guard)}(${name}), methods=["${method}"])`);
    case "decorators":
      return module.add(`class ${cls}(MethodView):\n    decorators = [${decorator(project, module, guard)}]\n    def ${verb}(self):\n        return "ok"\nbp.add_url_rule("/v${id}", view_func=${cls}.as_view("${name}"))`);
    case "method":
      return module.add(`guard_of_${id} = ${decorator(project, module, guard)}\nclass ${cls}(MethodView):\n    @guard_of_${id}\n    def ${verb}(self):\n        return "ok"\nbp.add_url_rule("/v${id}", view_func=${cls}.as_view("${name}"))`);
    case "dispatch":
      addFinding(module, guard.check);
      return module.add(`class ${cls}(MethodView):\n    def dispatch_request(self, **kwargs):\n${indent(lines(guard.check, guard.answer, "return super().dispatch_request(**kwargs)"), 2)}\n    def ${verb}(self):\n        return "ok"\nbp.add_url_rule("/v${id}", view_func=${cls}.as_view("${name}"))`);
    case "base class":
      addFinding(module, guard.check);
      return module.add(`class Base${id}(View):\n    methods = ["${method}"]\n    def dispatch_request(self):\n${indent(lines(guard.check, guard.answer, "return self.answer()"), 2)}\nclass ${cls}(Base${id}):\n    def answer(self):\n        return "ok"\nbp.add_url_rule("/v${id}", view_func=${cls}.as_view("${name}"))`);
    default:
      return by satisfies never;
  }
}

/** A decorator expression has to be a name or a call of one in the oldest Python that is generated for. */
function decoratedBy(project: PythonProject, module: PythonModule, guard: Guard, isFactory = false): string {
  const name = project.unique("decorator");
  module.add(`${name} = ${decorator(project, module, guard, isFactory)}`);
  return name;
}

/** Decorators in right and wrong order, hooks with lists of open endpoints, classes and their bases: who is let in is measured. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "flask-guards",
  oracle: "flask",
  plugins: [python, flask],
  requirements: ["flask==3.1.3", "werkzeug==3.1.9"],
  generate: application,
  render,
  config: () => ({ application: "main:app", ...measured }),
  smaller: (description) => smaller(description, { fields: { guard: null, hook: null, answer: "abort", reach: "from", by: "below", open: "nothing", nested: false, ...simplestCheck } }),
});
