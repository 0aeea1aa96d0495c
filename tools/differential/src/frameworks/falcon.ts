import falcon from "@muster/plugin-falcon";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { addMembers, makeTree, placeOfGroup, reachGroup, simplestTree, type TreeGroup, type TreeMember, type TreeRoute } from "../python/tree.ts";
import { smaller } from "../smaller.ts";

/** What answers, and how it gets its path. */
type Answered = "resource" | "inherited" | "suffix" | "loop" | "shared" | "mixed" | "decorated" | "hooked" | "sink" | "static";
/** How routes that lie together are put on the application. */
type Attached = "function" | "table" | "class";
type Application = { readonly made: "wsgi" | "asgi" | "factory" | "subclass"; readonly members: readonly TreeMember<Answered, Attached>[] };

const imports = "import falcon\nimport falcon.asgi";

class Writer {
  readonly #project = new PythonProject();
  #word = "";

  sources({ made, members }: Application): Sources {
    const main = this.#project.module("main");
    main.add(imports);
    this.#word = made === "asgi" ? "async def" : "def";
    switch (made) {
      case "wsgi":
      case "asgi":
        main.add(made === "asgi" ? "app = falcon.asgi.App()" : "app = falcon.App()");
        this.#members(main, "app", "", members, 0);
        break;
      case "factory":
        main.add("def create_app(debug=False):\n    made = falcon.App()");
        this.#members(main, "made", "", members, 1);
        main.add("    return made\napp = create_app()");
        break;
      case "subclass":
        main.add("class Service(falcon.App):\n    def __init__(self, **more):\n        super().__init__(**more)");
        this.#members(main, "self", "", members, 2);
        main.add("app = Service()");
        break;
      default:
        made satisfies never;
    }
    return this.#project.sources();
  }

  #members(module: PythonModule, on: string, prefix: string, members: Application["members"], depth: number): void {
    addMembers(module, members, depth, (route, inner) => this.#route(module, on, prefix, route, inner), (group, inner) => this.#group(module, on, prefix, group, inner));
  }

  #group(parent: PythonModule, on: string, above: string, group: TreeGroup<Answered, Attached>, depth: number): void {
    const { id, attached, prefix, members } = group;
    const place = placeOfGroup(this.#project, parent, depth, group, imports);
    const { module, depth: at } = place;
    const reached = (what: string): string => reachGroup(this.#project, parent, depth, group, place, what);
    const below = above === "" ? "" : `${above} + `;
    const text = (): string => `${below}${textExpression(this.#project, parent, prefix, depth)}`;
    switch (attached) {
      case "function":
        module.add(`def set_up_${id}(application, prefix_${id}):`, at);
        this.#members(module, "application", `prefix_${id}`, members, at + 1);
        return parent.add(`${reached(`set_up_${id}`)}(${on}, ${text()})`, depth);
      case "table":
        module.add(`class Listed_${id}:\n    ${this.#word} on_get(self, req, resp, **values):\n        pass\ndef table_${id}():\n    return [("/listed${id}", Listed_${id}()), ("/listed${id}/{item}", Listed_${id}())]`, at);
        return parent.add(`for path_${id}, one_${id} in ${reached(`table_${id}`)}():\n    ${on}.add_route(${text()} + path_${id}, one_${id})`, depth);
      case "class":
        module.add(`class Part_${id}:\n    def __init__(self, prefix):\n        self.prefix = prefix\n    def register(self, application):`, at);
        this.#members(module, "application", "self.prefix", members, at + 2);
        return parent.add(`${reached(`Part_${id}`)}(prefix=${text()}).register(${on})`, depth);
      default:
        return attached satisfies never;
    }
  }

  #route(module: PythonModule, on: string, prefix: string, { id, answered, methods, path }: TreeRoute<Answered>, depth: number): void {
    const text = `${prefix === "" ? "" : `${prefix} + `}${textExpression(this.#project, module, path, depth)}`;
    const add = (lines: string): void => module.add(lines, depth);
    const responder = (method: string, ending = ""): string => `    ${this.#word} on_${method.toLowerCase()}${ending}(self, req, resp, **values):\n        pass`;
    const all = (ending = ""): string => methods.map((method) => responder(method, ending)).join("\n");
    const plain = `class Resource_${id}:\n${all()}`;
    const route = `${on}.add_route(${text}, Resource_${id}())`;
    switch (answered) {
      case "resource":
        return add(`${plain}\n${route}`);
      case "inherited":
        return add(`class Base_${id}:\n${responder("HEAD")}\nclass Resource_${id}(Base_${id}):\n${all()}\n${route}`);
      case "mixed":
        return add(`class Mixed_${id}:\n${responder("DELETE")}\nclass Own_${id}:\n${all()}\nclass Resource_${id}(Mixed_${id}, Own_${id}):\n    pass\n${route}`);
      case "suffix":
        return add(`class Resource_${id}:\n${responder("GET")}\n${all("_one")}\n${on}.add_route(${text}, Resource_${id}(), suffix="one")`);
      case "shared":
        return add(`${plain}\nshared_${id} = Resource_${id}()\n${on}.add_route(${text}, shared_${id})\n${on}.add_route("/also${id}", shared_${id})`);
      case "loop":
        return add(`${plain}\nfor path_${id} in (${text}, "/also${id}"):\n    ${on}.add_route(path_${id}, Resource_${id}())`);
      case "decorated":
        return add(`def around_${id}(responder):\n    ${this.#word} inner(self, req, resp, **values):\n        ${this.#word === "def" ? "" : "await "}responder(self, req, resp, **values)\n    return inner\nclass Resource_${id}:\n${methods.map((method) => `    @around_${id}\n${responder(method)}`).join("\n")}\n${route}`);
      case "hooked":
        return add(`${this.#word} hook_${id}(req, resp, resource, params):\n    pass\n@falcon.before(hook_${id})\n${plain}\n${route}`);
      case "sink":
        return add(`${this.#word} sink_${id}(req, resp, **values):\n    pass\n${on}.add_sink(sink_${id}, "/sink${id}")`);
      case "static":
        return add(`import os\n${on}.add_static_route("/static${id}", os.path.dirname(os.path.abspath(__file__)))`);
      default:
        return answered satisfies never;
    }
  }
}

/** Resources, sinks and static routes over WSGI and ASGI, with prefixes that functions are given. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "falcon",
  plugins: [python, falcon],
  requirements: ["falcon==4.4.0"],
  generate: (random) => ({
    made: random.pick(["wsgi", "asgi", "factory", "subclass"]),
    members: makeTree<Answered, Attached>(random, {
      answered: ["resource", "inherited", "suffix", "loop", "shared", "mixed", "decorated", "hooked", "sink", "static"],
      attached: ["function", "table", "class"],
      verbs: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      paths: (id) => [`/x${id}`, `/x${id}/{item${id}}`, `/n${id}/{item${id}:int}/more`, `/f${id}/{rest${id}:path}`, `/t${id}/{item${id}:int(min=1)}`],
      prefixes: (id) => [`/b${id}`, `/b${id}/{part${id}}`, `/b${id}/more`],
      deepest: 2,
    }),
  }),
  render: (application) => new Writer().sources(application),
  smaller: (application) => smaller(application, { fields: { ...simplestTree, made: "wsgi", answered: "resource", attached: "function" }, members: "members" }),
});
