import flask from "@muster/plugin-flask";
import flaskRestx from "@muster/plugin-flask-restx";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { makeFlaskParts, renderFlaskParts, verbClass, type FlaskPart, type FlaskParts, type FlaskPartsWriter } from "../python/flask-parts.ts";
import type { PythonModule, PythonProject } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { smaller } from "../smaller.ts";

type Answered = "decorated" | "added" | "two paths" | "inherited" | "described" | "hidden";
type Attached = "namespace" | "namespace at" | "own namespace" | "function" | "blueprint";

const writer: FlaskPartsWriter<Answered, Attached> = {
  imports: "from flask import Blueprint, Flask\nfrom flask_restx import Api, Namespace, Resource",
  begin: (project, main, { isLate, prefix }, depth) => {
    const given = [...(isLate ? [] : ["app"]), ...(prefix.text === "" ? [] : [`prefix=${textExpression(project, main, prefix, depth)}`]), 'doc="/manual"'];
    main.add(`app = Flask(__name__, static_folder=None)\napi = Api(${given.join(", ")})`, depth);
  },
  finish: (main, { isLate }, depth) => (isLate ? main.add("api.init_app(app)", depth) : undefined),
  hold: (project, module, { id, attached, prefix, parts }) => {
    if (attached === "function") {
      module.add(`def set_up_${id}(given):`);
      for (const part of parts) addPart(project, module, "given", part, 1);
      return `set_up_${id}`;
    }
    if (attached === "blueprint") {
      module.add(`blueprint_${id} = Blueprint("b${id}", __name__, url_prefix=${textExpression(project, module, prefix)})\napi_${id} = Api(blueprint_${id}, doc=False)`);
      for (const part of parts) addPart(project, module, `api_${id}`, part, 0);
      return `blueprint_${id}`;
    }
    module.add(`names_${id} = Namespace("n${id}", description="names"${attached === "own namespace" ? `, path=${textExpression(project, module, prefix)}` : ""})`);
    for (const part of parts) addPart(project, module, `names_${id}`, part, 0);
    return `names_${id}`;
  },
  attach: (project, main, { attached, prefix }, reached, depth) => {
    if (attached === "function") return main.add(`${reached}(api)`, depth);
    if (attached === "blueprint") return main.add(`app.register_blueprint(${reached})`, depth);
    main.add(attached === "namespace at" ? `api.add_namespace(${reached}, path=${textExpression(project, main, prefix, depth)})` : `api.add_namespace(${reached})`, depth);
  },
  part: addPart,
};

function addPart(project: PythonProject, module: PythonModule, on: string, { id, answered, methods, path }: FlaskPart<Answered>, depth: number): void {
  const text = textExpression(project, module, path, depth);
  const name = `Resource_${id}`;
  const add = (lines: string): void => module.add(lines, depth);
  const plain = verbClass(name, "Resource", methods);
  switch (answered) {
    case "decorated":
      return add(`@${on}.route(${text})\n${plain}`);
    case "added":
      return add(`${plain}\n${on}.add_resource(${name}, ${text})`);
    case "two paths":
      return add(`@${on}.route(${text}, "/also${id}", endpoint="e${id}")\n${plain}`);
    case "inherited":
      return add(`${verbClass(`Base_${id}`, "Resource", ["delete"])}\n@${on}.route(${text})\n${verbClass(name, `Base_${id}`, methods)}`);
    case "described":
      return add(`@${on}.route(${text})\n@${on}.doc(params={"item": "an item"})\n${verbClass(name, "Resource", methods, `    @${on}.response(404, "gone")\n`)}`);
    case "hidden":
      return add(`@${on}.route(${text}, doc=False)\n${plain}`);
    default:
      return answered satisfies never;
  }
}

/** Namespaces, resources and the documents beside them. */
export const generator: ApplicationGenerator = defineGenerator<FlaskParts<Answered, Attached>>({
  name: "flask_restx",
  oracle: "flask",
  plugins: [python, flask, flaskRestx],
  requirements: ["flask-restx==1.3.2", "flask==3.1.3", "werkzeug==3.1.9"],
  generate: (random) => makeFlaskParts(random, { answered: ["decorated", "added", "two paths", "inherited", "described", "hidden"], attached: ["namespace", "namespace at", "own namespace", "function", "blueprint"], paths: (id) => [`/x${id}`, `/x${id}/`, `/x${id}/<item${id}>`, `/n${id}/<int:item${id}>`], prefixes: ["", "/api", "/api/v1"] }),
  render: (application) => renderFlaskParts(writer, application),
  smaller: (application) => smaller(application, { fields: { isFactory: false, isLate: false, answered: "decorated", attached: "namespace", reach: "from", condition: "always", written: "literal" } }),
});
