import aiohttp from "@muster/plugin-aiohttp";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { addMembers, makeTree, placeOfGroup, reachGroup, simplestTree, type TreeGroup, type TreeMember, type TreeRoute } from "../python/tree.ts";
import { smaller } from "../smaller.ts";

/** What answers, and how it gets its path. */
type Answered = "verb" | "route" | "any" | "table" | "decorated" | "view" | "view in table" | "decorated view" | "inherited" | "method" | "loop" | "resource" | "static";
/** How an inner application comes about, or routes without one. */
type Attached = "application" | "factory" | "subclass" | "named by itself" | "loop" | "function" | "tables";
type Application = { readonly made: "module" | "factory"; readonly members: readonly TreeMember<Answered, Attached>[] };

const imports = "from aiohttp import web";

class Writer {
  readonly #project = new PythonProject();

  sources({ made, members }: Application): Sources {
    const main = this.#project.module("main");
    main.add(imports);
    if (made === "module") {
      main.add("app = web.Application()");
      this.#members(main, "app", members, 0);
    } else {
      main.add("def create_app(debug=False):");
      main.add("made = web.Application()", 1);
      this.#members(main, "made", members, 1);
      main.add("return made\n", 1);
      main.add("app = create_app()");
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
    const name = `inner_${id}`;
    const reached = (what: string): string => reachGroup(this.#project, parent, depth, group, place, what);
    const text = (): string => textExpression(this.#project, parent, prefix, depth);
    const plain = (): void => {
      module.add(`${name} = web.Application()`, at);
      this.#members(module, name, members, at);
    };
    switch (attached) {
      case "application":
        plain();
        return parent.add(`${on}.add_subapp(${text()}, ${reached(name)})`, depth);
      case "loop":
        plain();
        return parent.add(`for prefix_${id}, one_${id} in [(${text()}, ${reached(name)})]:\n    ${on}.add_subapp(prefix_${id}, one_${id})`, depth);
      case "subclass":
        module.add(`class Inner_${id}(web.Application):\n    def __init__(self):\n        super().__init__()\n        self["own"] = True\n${name} = Inner_${id}()`, at);
        this.#members(module, name, members, at);
        return parent.add(`${on}.add_subapp(${text()}, ${reached(name)})`, depth);
      case "factory":
      case "named by itself":
        module.add(`def make_${id}():\n    ${name} = web.Application()`, at);
        this.#members(module, name, members, at + 1);
        if (attached === "named by itself") module.add(`${name}["prefix"] = ${textExpression(this.#project, module, { text: prefix.text.replaceAll(/^\/|\/$/g, ""), written: "literal" }, at + 1)}`, at + 1);
        module.add(`return ${name}`, at + 1);
        parent.add(`made_${id} = ${reached(`make_${id}`)}()`, depth);
        return parent.add(attached === "factory" ? `${on}.add_subapp(${text()}, made_${id})` : `${on}.add_subapp("/" + made_${id}["prefix"], made_${id})`, depth);
      case "function":
        module.add(`def set_up_${id}(application):`, at);
        this.#members(module, "application", members, at + 1);
        return parent.add(`${reached(`set_up_${id}`)}(${on})`, depth);
      case "tables":
        module.add(`def routes_${id}(application):\n    table = web.RouteTableDef()`, at);
        module.add(`async def shown_${id}(request):\n    return web.Response()\ntable.get("/shown${id}")(shown_${id})\napplication.add_routes(table)`, at + 1);
        this.#members(module, "application", members, at + 1);
        return parent.add(`${reached(`routes_${id}`)}(application=${on})`, depth);
      default:
        return attached satisfies never;
    }
  }

  #route(module: PythonModule, on: string, { id, answered, methods, path }: TreeRoute<Answered>, depth: number): void {
    const name = `answer_${id}`;
    const text = textExpression(this.#project, module, path, depth);
    const add = (lines: string): void => module.add(lines, depth);
    const plain = `async def ${name}(request):\n    return web.Response()`;
    const [method = "GET"] = methods;
    const verb = method.toLowerCase();
    const view = (base: string): string => `class View_${id}(${base}):\n${methods.map((one) => `    async def ${one.toLowerCase()}(self):\n        return web.Response()`).join("\n")}`;
    switch (answered) {
      case "verb":
        return add(`${plain}\n${on}.router.add_${verb}(${text}, ${name})`);
      case "route":
        return add(`${plain}\n${on}.router.add_route("${method}", ${text}, ${name})`);
      case "any":
        return add(`${plain}\n${on}.router.add_route("*", ${text}, ${name})`);
      case "table":
        return add(`${plain}\n${on}.add_routes([${methods.map((one) => `web.${one.toLowerCase()}(${text}, ${name})`).join(", ")}])`);
      case "decorated":
        return add(`routes_${id} = web.RouteTableDef()\n@routes_${id}.${verb}(${text})\n${plain}\n${on}.add_routes(routes_${id})`);
      case "view":
        return add(`${view("web.View")}\n${on}.router.add_view(${text}, View_${id})`);
      case "view in table":
        return add(`${view("web.View")}\n${on}.add_routes([web.view(${text}, View_${id})])`);
      case "decorated view":
        return add(`routes_${id} = web.RouteTableDef()\n@routes_${id}.view(${text})\n${view("web.View")}\n${on}.router.add_routes(routes_${id})`);
      case "inherited":
        return add(`class Base_${id}(web.View):\n    async def head(self):\n        return web.Response()\n${view(`Base_${id}`)}\n${on}.router.add_route("*", ${text}, View_${id})`);
      case "method":
        return add(`class Part_${id}:\n    async def answer(self, request):\n        return web.Response()\npart_${id} = Part_${id}()\n${on}.router.add_${verb}(${text}, part_${id}.answer, name="n${id}")`);
      case "loop":
        return add(`${plain}\nfor method_${id} in [${methods.map((one) => `"${one}"`).join(", ")}]:\n    ${on}.router.add_route(method_${id}, ${text}, ${name})`);
      case "resource":
        return add(`${plain}\nresource_${id} = ${on}.router.add_resource(${text}, name="r${id}")\nfor method_${id} in (${methods.map((one) => `"${one}"`).join(", ")},):\n    resource_${id}.add_route(method_${id}, ${name})`);
      case "static":
        return add(`import pathlib\n${on}.router.add_static("/files${id}", pathlib.Path(__file__).parent)`);
      default:
        return answered satisfies never;
    }
  }
}

/** Applications within applications, tables of routes, views and resources. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "aiohttp",
  plugins: [python, aiohttp],
  requirements: ["aiohttp==3.14.5"],
  generate: (random) => ({
    made: random.pick(["module", "factory"]),
    members: makeTree<Answered, Attached>(random, {
      answered: ["verb", "route", "any", "table", "decorated", "view", "view in table", "decorated view", "inherited", "method", "loop", "resource", "static"],
      attached: ["application", "factory", "subclass", "named by itself", "loop", "function", "tables"],
      verbs: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      paths: (id) => [`/x${id}`, `/x${id}/`, `/x${id}/{item${id}}`, String.raw`/n${id}/{item${id}:\d+}/more`, `/files${id}/{rest${id}:.*}`],
      prefixes: (id) => [`/b${id}`, `/b${id}/`, `/b${id}/more`],
      deepest: 3,
    }),
  }),
  render: (application) => new Writer().sources(application),
  smaller: (application) => smaller(application, { fields: { ...simplestTree, made: "module", answered: "verb", attached: "application" }, members: "members" }),
});
