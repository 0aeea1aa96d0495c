import apiflask from "@muster/plugin-apiflask";
import flask from "@muster/plugin-flask";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { conditions, underCondition, type Condition } from "../python/condition.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import { textExpression, textForms, type Text } from "../python/text-form.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Answered = "verb" | "route" | "described" | "guarded" | "hidden" | "class" | "view" | "hidden method";
type Blueprint = { readonly id: number; readonly prefix: Text; readonly isPlain: boolean; readonly isHidden: boolean; readonly reach: Reach; readonly condition: Condition; readonly routes: readonly Route[] };
type Route = { readonly id: number; readonly answered: Answered; readonly method: string; readonly path: Text };
type Application = { readonly isFactory: boolean; readonly documents: "default" | "elsewhere" | "none"; readonly routes: readonly Route[]; readonly blueprints: readonly Blueprint[] };

const methods = ["get", "post", "put", "patch", "delete"] as const;

function application(random: Random): Application {
  let ids = 0;
  const text = (written: string): Text => ({ text: written, written: random.mostly(textForms) });
  const route = (): Route => {
    const id = ++ids;
    return { id, answered: random.mostly<Answered>(["verb", "route", "described", "guarded", "hidden", "class", "view", "hidden method"]), method: random.pick(methods), path: text(random.pick([`/x${id}`, `/x${id}/`, `/x${id}/<item${id}>`, `/n${id}/<int:item${id}>`])) };
  };
  const blueprint = (): Blueprint => {
    const id = ++ids;
    return { id, prefix: text(`/b${id}`), isPlain: random.chance(0.2), isHidden: random.chance(0.2), reach: random.mostly(reaches), condition: random.chance(0.8) ? "always" : random.pick(conditions), routes: random.list(1, 3, route) };
  };
  return { isFactory: random.chance(0.5), documents: random.mostly(["default", "elsewhere", "none"]), routes: random.list(1, 3, route), blueprints: random.list(0, 3, blueprint) };
}

const imports = "from apiflask import APIBlueprint, APIFlask, HTTPTokenAuth, Schema\nfrom apiflask.views import MethodView\nfrom flask import Blueprint\nclass Given(Schema):\n    pass\nauth = HTTPTokenAuth()";

function render({ isFactory, documents, routes, blueprints }: Application): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  const depth = isFactory ? 1 : 0;
  main.add(imports);
  if (isFactory) main.add("def create_app():");
  const given = { default: "", elsewhere: ', docs_path="/manual", spec_path="/spec.json", docs_ui="redoc", openapi_blueprint_url_prefix="/about"', none: ", enable_openapi=False" }[documents];
  main.add(`app = APIFlask(__name__, static_folder=None${given})`, depth);
  for (const route of routes) addRoute(project, main, "app", route, depth, false);
  for (const blueprint of blueprints) underCondition(main, blueprint.condition, depth, (inner) => addBlueprint(project, main, blueprint, inner));
  if (isFactory) {
    main.add("return app", depth);
    main.add("app = create_app()");
  }
  return project.sources();
}

function addBlueprint(project: PythonProject, main: PythonModule, { id, prefix, isPlain, isHidden, reach, routes }: Blueprint, depth: number): void {
  const module = project.module(`parts.part_${id}`);
  module.add(imports);
  const name = `blueprint_${id}`;
  module.add(isPlain ? `${name} = Blueprint("b${id}", __name__)` : `${name} = APIBlueprint("b${id}", __name__, tag="part"${isHidden ? ", enable_openapi=False" : ""})`);
  for (const route of routes) addRoute(project, module, name, route, 0, isPlain);
  const reached = reachName(project, reach, main, module, name, depth);
  main.add(`app.register_blueprint(${reached}, url_prefix=${textExpression(project, main, prefix, depth)})`, depth);
}

/** On a plain blueprint of Flask only what that has. */
function addRoute(project: PythonProject, module: PythonModule, on: string, { id, answered, method, path }: Route, depth: number, isPlain: boolean): void {
  const text = textExpression(project, module, path, depth);
  const add = (lines: string): void => module.add(lines, depth);
  const plain = `def answer_${id}(**values):\n    return {}`;
  const verb = `@${on}.${method}(${text})\n`;
  if (isPlain) return add(`${verb}${plain}`);
  const handled = `    def ${method}(self, **values):\n        return {}`;
  switch (answered) {
    case "verb":
      return add(`${verb}${plain}`);
    case "route":
      return add(`@${on}.route(${text}, methods=["${method.toUpperCase()}", "GET"])\n${plain}`);
    case "described":
      return add(`${verb}@${on}.input(Given, location="query")\n@${on}.output(Given)\n@${on}.doc(summary="described")\n${plain}`);
    case "guarded":
      return add(`${verb}@${on}.auth_required(auth)\n${plain}`);
    case "hidden":
      return add(`${verb}@${on}.doc(hide=True)\n${plain}`);
    case "class":
      return add(`@${on}.route(${text})\nclass View_${id}(MethodView):\n${handled}`);
    case "view":
      return add(`class View_${id}(MethodView):\n    decorators = [${on}.doc(responses=[404])]\n${handled}\n${on}.add_url_rule(${text}, view_func=View_${id}.as_view("v${id}"))`);
    case "hidden method":
      return add(`class View_${id}(MethodView):\n    @${on}.doc(hide=True)\n${handled}\n    def options(self, **values):\n        return {}\n${on}.add_url_rule(${text}, view_func=View_${id}.as_view("v${id}"))`);
    default:
      return answered satisfies never;
  }
}

/** APIFlask's applications and blueprints, with what is left out of their documents. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "apiflask",
  plugins: [python, flask, apiflask],
  requirements: ["apiflask==3.1.2", "flask==3.1.3", "werkzeug==3.1.9", "flask-httpauth==4.8.1", "marshmallow==4.4.0"],
  generate: application,
  render,
  smaller: (description) => smaller(description, { fields: { isFactory: false, documents: "default", answered: "verb", method: "get", isPlain: false, isHidden: false, reach: "from", condition: "always", written: "literal" } }),
});
