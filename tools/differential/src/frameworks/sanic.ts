import sanic from "@muster/plugin-sanic";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { addMembers, makeTree, placeOfGroup, reachGroup, simplestTree, type TreeGroup, type TreeMember, type TreeRoute } from "../python/tree.ts";
import { smaller } from "../smaller.ts";

/** What answers, and how it gets its path. */
type Answered = "verb" | "route" | "added" | "view" | "inherited" | "versioned" | "socket" | "several" | "wrapped" | "plain route";
/** How a blueprint is put on what is around it. */
type Attached = "registered" | "prefixed" | "versioned" | "group" | "group below" | "nested group" | "loop" | "function";
type Application = { readonly made: "module" | "factory"; readonly members: readonly TreeMember<Answered, Attached>[] };

const imports = "from functools import wraps\nfrom sanic import Blueprint, Sanic\nfrom sanic.response import text\nfrom sanic.views import HTTPMethodView";

class Writer {
  readonly #project = new PythonProject();

  sources({ made, members }: Application): Sources {
    const main = this.#project.module("main");
    main.add(imports);
    if (made === "module") {
      main.add('app = Sanic("app")');
      this.#members(main, "app", members, 0);
    } else {
      main.add('def create_app(debug=False):\n    made = Sanic("app")');
      this.#members(main, "made", members, 1);
      main.add("    return made\napp = create_app()");
    }
    return this.#project.sources();
  }

  #members(module: PythonModule, on: string, members: Application["members"], depth: number): void {
    addMembers(module, members, depth, (route, inner) => this.#route(module, on, route, inner), (group, inner) => this.#group(module, on, group, inner));
  }

  /** Blueprints stand beside each other on the application: what is in one besides routes is put there as well. */
  #group(parent: PythonModule, on: string, group: TreeGroup<Answered, Attached>, depth: number): void {
    const { id, attached, prefix, members } = group;
    const place = placeOfGroup(this.#project, parent, depth, group, imports);
    const { module, depth: at } = place;
    const name = `part_of_${id}`;
    const routes = members.filter((member) => member.kind === "route");
    const inner = members.filter((member) => member.kind === "group");
    const reached = (what: string): string => reachGroup(this.#project, parent, depth, group, place, what);
    const text = (): string => textExpression(this.#project, parent, prefix, depth);
    const own = (): string => textExpression(this.#project, module, prefix, at);
    const define = (given: string): string => {
      module.add(`${name} = Blueprint("b${id}"${given})`, at);
      this.#members(module, name, routes, at);
      return reached(name);
    };
    const attach = (): void => {
      switch (attached) {
        case "registered":
          return parent.add(`${on}.blueprint(${define(`, url_prefix=${own()}`)})`, depth);
        case "prefixed":
          return parent.add(`${on}.blueprint(${define("")}, url_prefix=${text()})`, depth);
        case "versioned":
          return parent.add(`${on}.blueprint(${define(`, url_prefix=${own()}, version=${id % 3}`)})`, depth);
        case "group":
          return parent.add(`${on}.blueprint(Blueprint.group(${define(`, url_prefix=${own()}`)}, url_prefix="/group${id}"))`, depth);
        case "group below":
          return parent.add(`group_${id} = Blueprint.group(${define("")}, version=1, url_prefix=${text()})\n${on}.blueprint(group_${id})`, depth);
        case "nested group":
          return parent.add(`inner_${id} = Blueprint.group(${define(`, url_prefix=${own()}`)}, url_prefix="/inner${id}")\n${on}.blueprint(Blueprint.group(inner_${id}, url_prefix="/outer${id}"))`, depth);
        case "loop":
          return parent.add(`for one_${id} in [${define(`, url_prefix=${own()}`)}]:\n    ${on}.blueprint(one_${id})`, depth);
        case "function":
          module.add(`def set_up_${id}(application):`, at);
          this.#members(module, "application", routes, at + 1);
          if (routes.length === 0) module.add("pass", at + 1);
          return parent.add(`${reached(`set_up_${id}`)}(${on})`, depth);
        default:
          return attached satisfies never;
      }
    };
    attach();
    this.#members(parent, on, inner, depth);
  }

  #route(module: PythonModule, on: string, { id, answered, methods, path }: TreeRoute<Answered>, depth: number): void {
    const name = `answer_${id}`;
    const text = textExpression(this.#project, module, path, depth);
    const add = (lines: string): void => module.add(lines, depth);
    const plain = `async def ${name}(request, **values):\n    return text("answer")`;
    const [method = "GET"] = methods;
    const list = `[${methods.map((one) => `"${one}"`).join(", ")}]`;
    const view = (base: string): string => `class View_${id}(${base}):\n${methods.map((one) => `    async def ${one.toLowerCase()}(self, request, **values):\n        return text("answer")`).join("\n")}`;
    switch (answered) {
      case "verb":
        return add(`@${on}.${method.toLowerCase()}(${text})\n${plain}`);
      case "plain route":
        return add(`@${on}.route(${text})\n${plain}`);
      case "route":
        return add(`@${on}.route(${text}, methods=${list}, name="n${id}")\n${plain}`);
      case "added":
        return add(`${plain}\n${on}.add_route(${name}, ${text}, methods=${list})`);
      case "view":
        return add(`${view("HTTPMethodView")}\n${on}.add_route(View_${id}.as_view(), ${text})`);
      case "inherited":
        return add(`class Base_${id}(HTTPMethodView):\n    async def delete(self, request, **values):\n        return text("base")\n${view(`Base_${id}`)}\n${on}.add_route(View_${id}.as_view(), ${text})`);
      case "versioned":
        return add(`@${on}.${method.toLowerCase()}(${text}, version=2)\n${plain}`);
      case "socket":
        return add(`@${on}.websocket(${text})\nasync def ${name}(request, ws, **values):\n    pass`);
      case "several":
        return add(`@${on}.${method.toLowerCase()}(${text}, name="n${id}")\n@${on}.post("/also${id}", name="also${id}")\n${plain}`);
      case "wrapped":
        return add(`def around_${id}(function):\n    @wraps(function)\n    async def inner(*args, **values):\n        return await function(*args, **values)\n    return inner\n@${on}.${method.toLowerCase()}(${text})\n@around_${id}\n${plain}`);
      default:
        return answered satisfies never;
    }
  }
}

/** Blueprints, groups of them, versions and views. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "sanic",
  plugins: [python, sanic],
  requirements: ["sanic==25.12.1"],
  generate: (random) => ({
    made: random.pick(["module", "factory"]),
    members: makeTree<Answered, Attached>(random, {
      answered: ["verb", "route", "added", "view", "inherited", "versioned", "socket", "several", "wrapped", "plain route"],
      attached: ["registered", "prefixed", "versioned", "group", "group below", "nested group", "loop", "function"],
      verbs: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      paths: (id) => [`/x${id}`, `/x${id}/<item${id}>`, `/n${id}/<item${id}:int>/more`, `/files${id}/<rest${id}:path>`, `/s${id}/<item${id}:str>`],
      prefixes: (id) => [`/b${id}`, `/b${id}/more`, `/b${id}/<part${id}>`],
      deepest: 2,
    }),
  }),
  render: (application) => new Writer().sources(application),
  smaller: (application) => smaller(application, { fields: { ...simplestTree, made: "module", answered: "verb", attached: "registered" }, members: "members" }),
});
