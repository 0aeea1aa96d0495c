import flask from "@muster/plugin-flask";
import flaskRestful from "@muster/plugin-flask-restful";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { makeFlaskParts, renderFlaskParts, verbClass, type FlaskPart, type FlaskParts, type FlaskPartsWriter } from "../python/flask-parts.ts";
import type { PythonModule, PythonProject } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { smaller } from "../smaller.ts";

type Answered = "added" | "decorated" | "two paths" | "inherited" | "guarded" | "loop";
type Attached = "blueprint" | "prefixed blueprint" | "function" | "second";

const writer: FlaskPartsWriter<Answered, Attached> = {
  imports: "from flask import Blueprint, Flask\nfrom flask_restful import Api, Resource\ndef around(function):\n    return function",
  begin: (project, main, { isLate, prefix }, depth) => {
    const given = prefix.text === "" ? "" : `prefix=${textExpression(project, main, prefix, depth)}`;
    main.add(`app = Flask(__name__, static_folder=None)\napi = Api(${isLate ? given : ["app", given].filter((one) => one !== "").join(", ")})`, depth);
  },
  finish: (main, { isLate }, depth) => (isLate ? main.add("api.init_app(app)", depth) : undefined),
  hold: (project, module, { id, attached, prefix, parts }) => {
    const on = attached === "function" || attached === "second" ? "given" : `api_${id}`;
    const depth = on === "given" ? 1 : 0;
    if (on === "given") module.add(`def set_up_${id}(given):`);
    else module.add(`blueprint_${id} = Blueprint("b${id}", __name__${attached === "blueprint" ? `, url_prefix=${textExpression(project, module, prefix)}` : ""})\napi_${id} = Api(blueprint_${id}, prefix="/inner${id}")`);
    for (const part of parts) addPart(project, module, on, part, depth);
    return on === "given" ? `set_up_${id}` : `blueprint_${id}`;
  },
  attach: (project, main, { id, attached, prefix }, reached, depth) => {
    if (attached === "blueprint") return main.add(`app.register_blueprint(${reached})`, depth);
    if (attached === "function") return main.add(`${reached}(api)`, depth);
    const text = textExpression(project, main, prefix, depth);
    main.add(attached === "second" ? `second_${id} = Api(app, prefix=${text})\n${reached}(second_${id})` : `app.register_blueprint(${reached}, url_prefix=${text})`, depth);
  },
  part: addPart,
};

function addPart(project: PythonProject, module: PythonModule, on: string, { id, answered, methods, path }: FlaskPart<Answered>, depth: number): void {
  const text = textExpression(project, module, path, depth);
  const name = `Resource_${id}`;
  const add = (lines: string): void => module.add(lines, depth);
  const plain = verbClass(name, "Resource", methods);
  switch (answered) {
    case "added":
      return add(`${plain}\n${on}.add_resource(${name}, ${text}, endpoint="e${id}")`);
    case "decorated":
      return add(`@${on}.resource(${text}, endpoint="e${id}")\n${plain}`);
    case "two paths":
      return add(`${plain}\n${on}.add_resource(${name}, ${text}, "/also${id}", "/also${id}/<int:more>", endpoint="e${id}")`);
    case "inherited":
      return add(`${verbClass(`Base_${id}`, "Resource", ["delete"])}\n${verbClass(name, `Base_${id}`, methods)}\n${on}.add_resource(${name}, ${text}, endpoint="e${id}")`);
    case "guarded":
      return add(`class ${name}(Resource):\n    method_decorators = [around]\n${methods.map((method) => `    def ${method}(self, **values):\n        return {}`).join("\n")}\n${on}.add_resource(${name}, ${text}, endpoint="e${id}")`);
    case "loop":
      return add(`${plain}\nfor path_${id}, one_${id} in [(${text}, ${name})]:\n    ${on}.add_resource(one_${id}, path_${id}, endpoint="e${id}")`);
    default:
      return answered satisfies never;
  }
}

/** Resources on applications and blueprints. */
export const generator: ApplicationGenerator = defineGenerator<FlaskParts<Answered, Attached>>({
  name: "flask_restful",
  oracle: "flask",
  plugins: [python, flask, flaskRestful],
  requirements: ["flask-restful==0.3.10", "flask==3.1.3", "werkzeug==3.1.9"],
  generate: (random) => makeFlaskParts(random, { answered: ["added", "decorated", "two paths", "inherited", "guarded", "loop"], attached: ["blueprint", "prefixed blueprint", "function", "second"], paths: (id) => [`/x${id}`, `/x${id}/`, `/x${id}/<item${id}>`, `/n${id}/<int:item${id}>`], prefixes: ["", "/api", "/api/v1"] }),
  render: (application) => renderFlaskParts(writer, application),
  smaller: (application) => smaller(application, { fields: { isFactory: false, isLate: false, answered: "added", attached: "blueprint", reach: "from", condition: "always", written: "literal" } }),
});
