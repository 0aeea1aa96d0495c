import chalice from "@muster/plugin-chalice";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { addMembers, makeTree, placeOfGroup, reachGroup, simplestTree, type TreeGroup, type TreeMember, type TreeRoute } from "../python/tree.ts";
import { smaller } from "../smaller.ts";

/** What answers, and how it gets its path. */
type Answered = "route" | "get alone" | "called" | "wrapped" | "several" | "guarded" | "method";
type Attached = "prefixed" | "plain" | "named" | "loop" | "function";
type Application = { readonly made: "module" | "factory"; readonly members: readonly TreeMember<Answered, Attached>[] };

const imports = "from functools import wraps\nfrom chalice import Blueprint, Chalice, IAMAuthorizer";

class Writer {
  readonly #project = new PythonProject();

  sources({ made, members }: Application): Sources {
    const main = this.#project.module("main");
    main.add(imports);
    if (made === "module") {
      main.add('app = Chalice(app_name="app")');
      this.#members(main, "app", members, 0);
    } else {
      main.add('def create_app(debug=False):\n    made = Chalice(app_name="app")');
      this.#members(main, "made", members, 1);
      main.add("    return made\napp = create_app()");
    }
    return this.#project.sources();
  }

  #members(module: PythonModule, on: string, members: Application["members"], depth: number): void {
    addMembers(module, members, depth, (route, inner) => this.#route(module, on, route, inner), (group, inner) => this.#group(module, on, group, inner));
  }

  #group(parent: PythonModule, on: string, group: TreeGroup<Answered, Attached>, depth: number): void {
    const { id, attached, prefix, members } = group;
    const place = placeOfGroup(this.#project, parent, depth, group, imports);
    const { module, depth: at } = place;
    const name = `part_of_${id}`;
    const reached = (what: string): string => reachGroup(this.#project, parent, depth, group, place, what);
    const text = (): string => textExpression(this.#project, parent, prefix, depth);
    const define = (): string => {
      module.add(`${name} = Blueprint("b${id}")`, at);
      this.#members(module, name, members, at);
      return reached(name);
    };
    switch (attached) {
      case "plain":
        return parent.add(`${on}.register_blueprint(${define()})`, depth);
      case "prefixed":
        return parent.add(`${on}.register_blueprint(${define()}, url_prefix=${text()})`, depth);
      case "named":
        return parent.add(`${on}.register_blueprint(${define()}, name_prefix="n${id}", url_prefix=${text()})`, depth);
      case "loop":
        return parent.add(`for one_${id} in [${define()}]:\n    ${on}.register_blueprint(one_${id}, url_prefix=${text()})`, depth);
      case "function":
        module.add(`def set_up_${id}(application):`, at);
        this.#members(module, "application", members, at + 1);
        return parent.add(`${reached(`set_up_${id}`)}(${on})`, depth);
      default:
        return attached satisfies never;
    }
  }

  #route(module: PythonModule, on: string, { id, answered, methods, path }: TreeRoute<Answered>, depth: number): void {
    const name = `answer_${id}`;
    const text = textExpression(this.#project, module, path, depth);
    const parameters = [...path.text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).join(", ");
    const add = (lines: string): void => module.add(lines, depth);
    const plain = `def ${name}(${parameters}):\n    return {}`;
    const list = `[${methods.map((one) => `"${one}"`).join(", ")}]`;
    switch (answered) {
      case "route":
        return add(`@${on}.route(${text}, methods=${list})\n${plain}`);
      case "get alone":
        return add(`@${on}.route(${text})\n${plain}`);
      case "called":
        return add(`${plain}\n${on}.route(${text}, methods=${list}, name="n${id}")(${name})`);
      case "wrapped":
        return add(`def around_${id}(function):\n    @wraps(function)\n    def inner(*args, **values):\n        return function(*args, **values)\n    return inner\n@${on}.route(${text}, methods=${list})\n@around_${id}\n${plain}`);
      case "several":
        return add(`@${on}.route(${text}, methods=["GET"], name="g${id}")\n${plain}\n@${on}.route(${text}, methods=["POST", "DELETE"], name="p${id}")\ndef other_${id}(${parameters}):\n    return {}`);
      case "guarded":
        return add(`@${on}.route(${text}, methods=${list}, authorizer=IAMAuthorizer(), cors=True)\n${plain}`);
      case "method":
        return add(`for method_${id} in ${list}:\n    ${on}.route(${text}, methods=[method_${id}], name="n${id}" + method_${id})(lambda ${parameters}: {})`);
      default:
        return answered satisfies never;
    }
  }
}

/** Routes and blueprints. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "chalice",
  plugins: [python, chalice],
  requirements: ["chalice==1.34.0"],
  generate: (random) => ({
    made: random.pick(["module", "factory"]),
    members: makeTree<Answered, Attached>(random, {
      answered: ["route", "get alone", "called", "wrapped", "several", "guarded", "method"],
      attached: ["prefixed", "plain", "named", "loop", "function"],
      verbs: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      paths: (id) => [`/x${id}`, `/x${id}/{item${id}}`, `/n${id}/{item${id}}/more`],
      prefixes: (id) => [`/b${id}`, `/b${id}/more`],
      deepest: 1,
    }),
  }),
  render: (application) => new Writer().sources(application),
  smaller: (application) => smaller(application, { fields: { ...simplestTree, made: "module", answered: "route", attached: "prefixed" }, members: "members" }),
});
