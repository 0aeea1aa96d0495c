import flask from "@muster/plugin-flask";
import openapi3 from "@muster/plugin-flask-openapi3";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { conditions, underCondition, type Condition } from "../python/condition.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { textExpression, textForms, type Text } from "../python/text-form.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Answered = "verb" | "secured" | "plain" | "hidden" | "twice" | "wrapped";
type Route = { readonly id: number; readonly answered: Answered; readonly method: string; readonly path: Text };
type View = { readonly id: number; readonly prefix: Text; readonly isMoved: boolean; readonly path: Text; readonly methods: readonly string[] };
type Blueprint = { readonly id: number; readonly prefix: Text; readonly isMoved: boolean; readonly isHidden: boolean; readonly condition: Condition; readonly routes: readonly Route[]; readonly inner: readonly Route[] };
type Application = { readonly isFactory: boolean; readonly routes: readonly Route[]; readonly blueprints: readonly Blueprint[]; readonly views: readonly View[] };

const methods = ["get", "post", "put", "patch", "delete"] as const;

function application(random: Random): Application {
  let ids = 0;
  const text = (written: string): Text => ({ text: written, written: random.mostly(textForms) });
  const pathOf = (id: number): Text => text(random.pick([`/x${id}`, `/x${id}/`, `/x${id}/<item${id}>`, `/n${id}/<int:item${id}>`]));
  const route = (): Route => {
    const id = ++ids;
    return { id, answered: random.mostly<Answered>(["verb", "secured", "plain", "hidden", "twice", "wrapped"]), method: random.pick(methods), path: pathOf(id) };
  };
  const blueprint = (): Blueprint => {
    const id = ++ids;
    return { id, prefix: text(`/b${id}`), isMoved: random.chance(0.3), isHidden: random.chance(0.2), condition: random.chance(0.8) ? "always" : random.pick(conditions), routes: random.list(1, 3, route), inner: random.list(0, 2, route) };
  };
  const view = (): View => {
    const id = ++ids;
    return { id, prefix: text(`/v${id}`), isMoved: random.chance(0.3), path: pathOf(id), methods: random.some(methods) };
  };
  return { isFactory: random.chance(0.4), routes: random.list(1, 3, route), blueprints: random.list(0, 2, blueprint), views: random.list(0, 2, view) };
}

function render({ isFactory, routes, blueprints, views }: Application): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  const depth = isFactory ? 1 : 0;
  main.add("from functools import wraps\nfrom flask_openapi3 import APIBlueprint, APIView, OpenAPI");
  if (isFactory) main.add("def create_app():");
  main.add("app = OpenAPI(__name__, static_folder=None)", depth);
  for (const route of routes) addRoute(project, main, "app", route, depth);
  for (const { id, prefix, isMoved, isHidden, condition, routes: own, inner } of blueprints) {
    underCondition(main, condition, depth, (at) => {
      const written = textExpression(project, main, prefix, at);
      main.add(`b${id} = APIBlueprint("b${id}", __name__, url_prefix=${isMoved ? `"/old${id}"` : written}, abp_security=[{"jwt": []}], doc_ui=${isHidden ? "False" : "True"})`, at);
      for (const route of own) addRoute(project, main, `b${id}`, route, at);
      if (inner.length > 0) {
        main.add(`i${id} = APIBlueprint("i${id}", __name__, url_prefix="/i${id}")`, at);
        for (const route of inner) addRoute(project, main, `i${id}`, route, at);
        main.add(`b${id}.register_api(i${id})`, at);
      }
      main.add(`app.register_api(b${id}${isMoved ? `, url_prefix=${written}` : ""})`, at);
    });
  }
  for (const { id, prefix, isMoved, path, methods: given } of views) {
    const written = textExpression(project, main, prefix, depth);
    const handled = given.map((method) => `    @v${id}.doc()\n    def ${method}(self):\n        return {}`).join("\n");
    main.add(`v${id} = APIView(url_prefix=${isMoved ? `"/old${id}"` : written})\n@v${id}.route(${textExpression(project, main, path, depth)})\nclass View_${id}:\n${handled}\napp.register_api_view(v${id}${isMoved ? `, url_prefix=${written}` : ""})`, depth);
  }
  if (isFactory) {
    main.add("return app", depth);
    main.add("app = create_app()");
  }
  return project.sources();
}

function addRoute(project: PythonProject, module: PythonModule, on: string, { id, answered, method, path }: Route, depth: number): void {
  const text = textExpression(project, module, path, depth);
  const add = (lines: string): void => module.add(lines, depth);
  const plain = `def answer_${id}():\n    return {}`;
  switch (answered) {
    case "verb":
      return add(`@${on}.${method}(${text})\n${plain}`);
    case "secured":
      return add(`@${on}.${method}(${text}, summary="s", security=[{"jwt": []}])\n${plain}`);
    case "plain":
      return add(`@${on}.route(${text}, methods=["${method.toUpperCase()}"])\ndef answer_${id}(**values):\n    return {}`);
    case "hidden":
      return add(`@${on}.${method}(${text}, doc_ui=False)\n${plain}`);
    case "twice":
      return add(`@${on}.${method}(${text})\n@${on}.get("/also${id}", endpoint="also${id}")\n${plain}`);
    case "wrapped":
      return add(`def around_${id}(function):\n    @wraps(function)\n    def inner(*args, **values):\n        return function(*args, **values)\n    return inner\n@${on}.${method}(${text})\n@around_${id}\n${plain}`);
    default:
      return answered satisfies never;
  }
}

/** flask-openapi3's applications, blueprints within blueprints, and views of classes. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "flask_openapi3",
  plugins: [python, flask, openapi3],
  requirements: ["flask-openapi3==4.3.2", "flask==3.1.3", "werkzeug==3.1.9"],
  generate: application,
  render,
  smaller: (description) => smaller(description, { fields: { isFactory: false, answered: "verb", method: "get", isMoved: false, isHidden: false, condition: "always", inner: [], written: "literal" } }),
});
