import flask from "@muster/plugin-flask";
import flaskSmorest from "@muster/plugin-flask-smorest";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { makeFlaskParts, renderFlaskParts, verbClass, type FlaskPart, type FlaskParts, type FlaskPartsWriter } from "../python/flask-parts.ts";
import type { PythonModule, PythonProject } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { smaller } from "../smaller.ts";

type Answered = "view" | "function" | "described" | "inherited" | "rule";
type Attached = "constructor" | "registered" | "both" | "nested";

const writer: FlaskPartsWriter<Answered, Attached> = {
  imports: "from flask import Flask\nfrom flask.views import MethodView\nfrom flask_smorest import Api, Blueprint",
  begin: (_, main, { isLate, prefix }, depth) => {
    const documents = prefix.text === "" ? "" : `\napp.config["OPENAPI_URL_PREFIX"] = "${prefix.text}"\napp.config["OPENAPI_SWAGGER_UI_PATH"] = "/swagger"\napp.config["OPENAPI_SWAGGER_UI_URL"] = "https://example.org/"`;
    main.add(`app = Flask(__name__, static_folder=None)\napp.config["API_TITLE"] = "parts"\napp.config["API_VERSION"] = "v1"\napp.config["OPENAPI_VERSION"] = "3.0.2"${documents}\n${isLate ? "pages = Api()\npages.init_app(app)" : "pages = Api(app)"}\napi = Blueprint("own", __name__, url_prefix="/own")`, depth);
  },
  finish: (main, _, depth) => main.add("pages.register_blueprint(api)", depth),
  hold: (project, module, { id, attached, prefix, parts }) => {
    const own = attached === "registered" ? "" : `, url_prefix=${textExpression(project, module, attached === "both" ? { text: `/replaced${id}`, written: "literal" } : prefix)}`;
    module.add(`blueprint_${id} = Blueprint("b${id}", __name__${own}, description="part")`);
    for (const part of parts) addPart(project, module, `blueprint_${id}`, part, 0);
    if (attached !== "nested") return `blueprint_${id}`;
    module.add(`outer_${id} = Blueprint("o${id}", __name__, url_prefix="/outer${id}")\nouter_${id}.register_blueprint(blueprint_${id})`);
    return `outer_${id}`;
  },
  attach: (project, main, { attached, prefix }, reached, depth) => {
    main.add(attached === "registered" || attached === "both" ? `pages.register_blueprint(${reached}, url_prefix=${textExpression(project, main, prefix, depth)})` : `pages.register_blueprint(${reached})`, depth);
  },
  part: addPart,
};

function addPart(project: PythonProject, module: PythonModule, on: string, { id, answered, methods, path }: FlaskPart<Answered>, depth: number): void {
  const text = textExpression(project, module, path, depth);
  const name = `View_${id}`;
  const add = (lines: string): void => module.add(lines, depth);
  switch (answered) {
    case "view":
      return add(`@${on}.route(${text})\n${verbClass(name, "MethodView", methods)}`);
    case "function":
      return add(`@${on}.route(${text}, methods=[${methods.map((method) => `"${method.toUpperCase()}"`).join(", ")}])\ndef answer_${id}(**values):\n    return {}`);
    case "described":
      return add(`@${on}.route(${text})\n${verbClass(name, "MethodView", methods, `    @${on}.response(200)\n`)}`);
    case "inherited":
      return add(`${verbClass(`Base_${id}`, "MethodView", ["delete"])}\n@${on}.route(${text}, endpoint="e${id}")\n${verbClass(name, `Base_${id}`, methods)}`);
    case "rule":
      return add(`${verbClass(name, "MethodView", methods)}\n${on}.add_url_rule(${text}, view_func=${name})`);
    default:
      return answered satisfies never;
  }
}

/** Blueprints of views, and the documents beside them. */
export const generator: ApplicationGenerator = defineGenerator<FlaskParts<Answered, Attached>>({
  name: "flask_smorest",
  oracle: "flask",
  plugins: [python, flask, flaskSmorest],
  requirements: ["flask-smorest==0.47.0", "flask==3.1.3", "werkzeug==3.1.9", "marshmallow==4.4.0"],
  generate: (random) => makeFlaskParts(random, { answered: ["view", "function", "described", "inherited", "rule"], attached: ["constructor", "registered", "both", "nested"], paths: (id) => [`/x${id}`, `/x${id}/`, `/x${id}/<item${id}>`, `/n${id}/<int:item${id}>`], prefixes: ["", "/documents"] }),
  render: (application) => renderFlaskParts(writer, application),
  smaller: (application) => smaller(application, { fields: { isFactory: false, isLate: false, answered: "view", attached: "constructor", reach: "from", condition: "always", written: "literal" } }),
});
