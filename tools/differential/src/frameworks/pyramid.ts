import pyramid from "@muster/plugin-pyramid";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { addMembers, makeTree, placeOfGroup, reachGroup, simplestTree, type TreeGroup, type TreeMember, type TreeRoute } from "../python/tree.ts";
import { smaller } from "../smaller.ts";

/** What answers, and how it is put on its route. */
type Answered = "view" | "methods" | "any" | "route method" | "scanned" | "scanned class" | "defaults" | "dotted" | "attribute" | "several" | "static";
/** How configuration is put together. */
type Attached = "included" | "prefixed" | "dotted" | "function" | "context";
type Application = { readonly made: "module" | "factory" | "with"; readonly members: readonly TreeMember<Answered, Attached>[] };

const imports = "from pyramid.config import Configurator\nfrom pyramid.response import Response\nfrom pyramid.view import view_config, view_defaults";

class Writer {
  readonly #project = new PythonProject();

  sources({ made, members }: Application): Sources {
    const main = this.#project.module("main");
    main.add(imports);
    switch (made) {
      case "module":
        main.add("config = Configurator()");
        this.#members(main, "config", members, 0);
        main.add("app = config.make_wsgi_app()");
        break;
      case "factory":
        main.add("def main(global_config, **settings):\n    config = Configurator(settings=settings)");
        this.#members(main, "config", members, 1);
        main.add("    return config.make_wsgi_app()\napp = main({})");
        break;
      case "with":
        main.add("def main(global_config, **settings):\n    with Configurator(settings=settings) as config:");
        this.#members(main, "config", members, 2);
        main.add("        app = config.make_wsgi_app()\n    return app\napp = main({})");
        break;
      default:
        made satisfies never;
    }
    return this.#project.sources();
  }

  #members(module: PythonModule, on: string, members: Application["members"], depth: number): void {
    addMembers(module, members, depth, (route, inner) => this.#route(module, on, route, inner), (group, inner) => this.#group(module, on, group, inner));
  }

  #group(parent: PythonModule, on: string, group: TreeGroup<Answered, Attached>, depth: number): void {
    const { id, attached, prefix, members } = group;
    const dotted = attached === "dotted";
    const place = placeOfGroup(this.#project, parent, depth, dotted && group.folder === null ? { ...group, folder: "" } : group, imports);
    const { module, depth: at } = place;
    const name = dotted ? "includeme" : `set_up_${id}`;
    const reached = (what: string): string => reachGroup(this.#project, parent, depth, group, place, what);
    const text = (): string => textExpression(this.#project, parent, prefix, depth);
    module.add(`def ${name}(config):`, at);
    this.#members(module, "config", members, at + 1);
    switch (attached) {
      case "included":
        return parent.add(`${on}.include(${reached(name)})`, depth);
      case "prefixed":
        return parent.add(`${on}.include(${reached(name)}, route_prefix=${text()})`, depth);
      case "dotted":
        return parent.add(`${on}.include("${module.name}", route_prefix=${text()})`, depth);
      case "function":
        return parent.add(`${reached(name)}(${on})`, depth);
      case "context":
        return parent.add(`with ${on}.route_prefix_context(${text()}):\n    ${on}.include(${reached(name)})`, depth);
      default:
        return attached satisfies never;
    }
  }

  #route(module: PythonModule, on: string, { id, answered, methods, path }: TreeRoute<Answered>, depth: number): void {
    const name = `answer_${id}`;
    const text = textExpression(this.#project, module, path, depth);
    const add = (lines: string): void => module.add(lines, depth);
    const plain = `def ${name}(request):\n    return Response("answer")`;
    const [method = "GET"] = methods;
    const tuple = `(${methods.map((one) => `"${one}"`).join(", ")},)`;
    const route = `${on}.add_route("r${id}", ${text})`;
    /** Modules of views, which scanning finds. */
    const scanned = (lines: string): string => {
      const views = this.#project.module(`views_${id}`);
      views.add(`${imports}\n${lines}`);
      return `${on}.scan("${views.name}")`;
    };
    switch (answered) {
      case "view":
        return add(`${plain}\n${route}\n${on}.add_view(${name}, route_name="r${id}", request_method="${method}")`);
      case "methods":
        return add(`${plain}\n${route}\n${on}.add_view(${name}, route_name="r${id}", request_method=${tuple})`);
      case "any":
        return add(`${plain}\n${route}\n${on}.add_view(view=${name}, route_name="r${id}")`);
      case "route method":
        return add(`${plain}\n${on}.add_route("r${id}", ${text}, request_method="${method}")\n${on}.add_view(${name}, route_name="r${id}", renderer="string")`);
      case "several":
        return add(`${plain}\n${route}\nfor method_${id} in ${tuple}:\n    ${on}.add_view(${name}, route_name="r${id}", request_method=method_${id})`);
      case "attribute":
        return add(`class View_${id}:\n    def __init__(self, request):\n        self.request = request\n    def answer(self):\n        return Response("answer")\n${route}\n${on}.add_view(View_${id}, attr="answer", route_name="r${id}", request_method="${method}")`);
      case "dotted":
        this.#project.module(`views_${id}`).add(`${imports}\n${plain}`);
        return add(`${route}\n${on}.add_view("views_${id}.${name}", route_name="r${id}", request_method="${method}")`);
      case "scanned":
        return add(`${route}\n${scanned(`@view_config(route_name="r${id}", request_method="${method}")\n${plain}`)}`);
      case "scanned class":
        return add(`${route}\n${scanned(`class View_${id}:\n    def __init__(self, request):\n        self.request = request\n${methods.map((one) => `    @view_config(route_name="r${id}", request_method="${one}")\n    def ${one.toLowerCase()}(self):\n        return Response("answer")`).join("\n")}`)}`);
      case "defaults":
        return add(`${route}\n${scanned(`@view_defaults(route_name="r${id}", renderer="string")\nclass View_${id}:\n    def __init__(self, request):\n        self.request = request\n${methods.map((one) => `    @view_config(request_method="${one}")\n    def ${one.toLowerCase()}(self):\n        return "answer"`).join("\n")}`)}`);
      case "static":
        this.#project.module("files.nothing");
        return add(`${on}.add_static_view("static${id}", "files:")`);
      default:
        return answered satisfies never;
    }
  }
}

/** Routes with views that are added, scanned and included. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "pyramid",
  plugins: [python, pyramid],
  requirements: ["pyramid==2.1", "setuptools<81"],
  generate: (random) => ({
    made: random.pick(["module", "factory", "with"]),
    members: makeTree<Answered, Attached>(random, {
      answered: ["view", "methods", "any", "route method", "scanned", "scanned class", "defaults", "dotted", "attribute", "several", "static"],
      attached: ["included", "prefixed", "dotted", "function", "context"],
      verbs: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      paths: (id) => [`/x${id}`, `x${id}/`, `/x${id}/{item${id}}`, String.raw`/n${id}/{item${id}:\d+}/more`, `/f${id}/*rest${id}`],
      prefixes: (id) => [`/b${id}`, `b${id}`, `/b${id}/more`, `/b${id}/{part${id}}`],
      deepest: 3,
    }),
  }),
  render: (application) => new Writer().sources(application),
  smaller: (application) => smaller(application, { fields: { ...simplestTree, made: "module", answered: "view", attached: "included" }, members: "members" }),
});
