import tornado from "@muster/plugin-tornado";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { addMembers, makeTree, placeOfGroup, reachGroup, simplestTree, type TreeGroup, type TreeMember, type TreeRoute } from "../python/tree.ts";
import { smaller } from "../smaller.ts";

/** What answers, and how it is listed. */
type Answered = "tuple" | "options" | "url" | "specification" | "rule" | "inherited" | "mixed" | "socket" | "coroutine" | "redirect" | "two paths";
/** How further lists are put into the list. */
type Attached = "function" | "comprehension" | "sum" | "nested" | "class";
type Made = "module" | "factory" | "subclass" | "late";
type Application = { readonly made: Made; readonly members: readonly TreeMember<Answered, Attached>[] };

const imports = "import tornado.web\nimport tornado.websocket\nfrom tornado import gen\nfrom tornado.routing import PathMatches, Rule\nfrom tornado.web import URLSpec, url";

class Writer {
  readonly #project = new PythonProject();

  sources({ made, members }: Application): Sources {
    const main = this.#project.module("main");
    main.add(imports);
    switch (made) {
      case "module":
      case "late":
        main.add("handlers = []");
        this.#members(main, "handlers", "", members, 0);
        main.add(made === "module" ? "app = tornado.web.Application(handlers, debug=False)" : 'app = tornado.web.Application()\napp.add_handlers(r".*", handlers)');
        break;
      case "factory":
        main.add("def make_app(debug=False):\n    handlers = []");
        this.#members(main, "handlers", "", members, 1);
        main.add("    return tornado.web.Application(handlers, debug=debug)\napp = make_app()");
        break;
      case "subclass":
        main.add("class Application(tornado.web.Application):\n    def __init__(self):\n        handlers = []");
        this.#members(main, "handlers", "", members, 2);
        main.add("        settings = dict(debug=False)\n        super().__init__(handlers, **settings)\napp = Application()");
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
    const text = (): string => `${above === "" ? "" : `${above} + `}${textExpression(this.#project, parent, prefix, depth)}`;
    const listed = (name: string, own: string, inner: number): void => {
      module.add(`${name} = []`, inner);
      this.#members(module, name, own, members, inner);
    };
    switch (attached) {
      case "function":
        module.add(`def handlers_${id}(prefix):`, at);
        listed("found", "prefix", at + 1);
        module.add("return found", at + 1);
        return parent.add(`${on}.extend(${reached(`handlers_${id}`)}(${text()}))`, depth);
      case "sum":
        module.add(`def handlers_${id}(prefix=""):`, at);
        listed("found", "prefix", at + 1);
        module.add("return found", at + 1);
        return parent.add(`more_${id} = [] + ${reached(`handlers_${id}`)}(prefix=${text()})\n${on} += more_${id}`, depth);
      case "class":
        module.add(`class Part_${id}:\n    def __init__(self, prefix):\n        self.prefix = prefix\n    def handlers(self):`, at);
        listed("found", "self.prefix", at + 2);
        module.add("return found", at + 2);
        return parent.add(`${on}.extend(${reached(`Part_${id}`)}(${text()}).handlers())`, depth);
      case "comprehension":
        module.add(`class Listed_${id}(tornado.web.RequestHandler):\n    def get(self, *args, **values):\n        pass\nlist_${id} = [("/listed${id}", Listed_${id}), ("/listed${id}/([0-9]+)", Listed_${id})]`, at);
        return parent.add(`prefix_${id} = ${text()}\n${on} += [(prefix_${id} + path, handler) for path, handler in ${reached(`list_${id}`)}]`, depth);
      case "nested":
        listed(`inner_${id}`, "", at);
        return parent.add(`${on}.append(Rule(PathMatches(${text()} + ".*"), tornado.web.Application(${reached(`inner_${id}`)})))`, depth);
      default:
        return attached satisfies never;
    }
  }

  #route(module: PythonModule, on: string, prefix: string, { id, answered, methods, path }: TreeRoute<Answered>, depth: number): void {
    const text = `${prefix === "" ? "" : `${prefix} + `}${textExpression(this.#project, module, path, depth)}`;
    const add = (lines: string): void => module.add(lines, depth);
    const name = `Handler_${id}`;
    const all = (start = ""): string => methods.map((method) => `${start}    def ${method.toLowerCase()}(self, *args, **values):\n        self.write("answer")`).join("\n");
    const plain = `class ${name}(tornado.web.RequestHandler):\n${all()}`;
    switch (answered) {
      case "tuple":
        return add(`${plain}\n${on}.append((${text}, ${name}))`);
      case "options":
        return add(`class ${name}(tornado.web.RequestHandler):\n    def initialize(self, store):\n        self.store = store\n${all()}\n${on}.append((${text}, ${name}, dict(store=None)))`);
      case "url":
        return add(`${plain}\n${on}.append(url(${text}, ${name}, name="n${id}"))`);
      case "specification":
        return add(`${plain}\n${on} += [URLSpec(${text}, ${name}, {})]`);
      case "rule":
        return add(`${plain}\n${on}.append(Rule(PathMatches(${text}), ${name}))`);
      case "inherited":
        return add(`class Base_${id}(tornado.web.RequestHandler):\n    def head(self, *args, **values):\n        pass\nclass ${name}(Base_${id}):\n${all()}\n${on}.append((${text}, ${name}))`);
      case "mixed":
        return add(`class Mixed_${id}:\n    def delete(self, *args, **values):\n        pass\nclass ${name}(Mixed_${id}, tornado.web.RequestHandler):\n${all()}\n${on}.append((${text}, ${name}))`);
      case "socket":
        return add(`class ${name}(tornado.websocket.WebSocketHandler):\n    def on_message(self, message):\n        pass\n${on}.append((${text}, ${name}))`);
      case "coroutine":
        return add(`class ${name}(tornado.web.RequestHandler):\n${all("    @gen.coroutine\n")}\n${on}.append((${text}, ${name}))`);
      case "redirect":
        return add(`${on}.append((${text}, tornado.web.RedirectHandler, {"url": "/elsewhere"}))`);
      case "two paths":
        return add(`${plain}\n${on}.extend([(${text}, ${name}), ("/also${id}", ${name})])`);
      default:
        return answered satisfies never;
    }
  }
}

/** Lists of handlers that are put together in many ways, rules and nested applications. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "tornado",
  plugins: [python, tornado],
  requirements: ["tornado==6.6.1"],
  generate: (random) => ({
    made: random.pick(["module", "factory", "subclass", "late"]),
    members: makeTree<Answered, Attached>(random, {
      answered: ["tuple", "options", "url", "specification", "rule", "inherited", "mixed", "socket", "coroutine", "redirect", "two paths"],
      attached: ["function", "comprehension", "sum", "nested", "class"],
      verbs: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      paths: (id) => [`/x${id}`, `/x${id}/([^/]+)`, `/n${id}/(?P<item${id}>[0-9]+)/more`, `/o${id}/?`, `/f${id}/(.*)`],
      prefixes: (id) => [`/b${id}`, `/b${id}/more`],
      deepest: 2,
    }),
  }),
  render: (application) => new Writer().sources(application),
  smaller: (application) => smaller(application, { fields: { ...simplestTree, made: "module", answered: "tuple", attached: "function" }, members: "members" }),
});
