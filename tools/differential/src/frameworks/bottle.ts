import bottle from "@muster/plugin-bottle";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { addMembers, makeTree, placeOfGroup, reachGroup, simplestTree, type TreeGroup, type TreeMember, type TreeRoute } from "../python/tree.ts";
import { smaller } from "../smaller.ts";

/** What answers, and how it gets its path. */
type Answered = "verb" | "route" | "methods" | "any" | "callback" | "called" | "several" | "wrapped" | "method" | "paths" | "static";
/** How an inner application comes about, or routes without one. */
type Attached = "mounted" | "merged" | "subclass" | "factory" | "loop" | "function";
type Application = { readonly made: "module" | "factory" | "default"; readonly members: readonly TreeMember<Answered, Attached>[] };

const imports = "import bottle\nfrom functools import wraps";

class Writer {
  readonly #project = new PythonProject();

  sources({ made, members }: Application): Sources {
    const main = this.#project.module("main");
    main.add(imports);
    if (made === "factory") {
      main.add("def create_app(debug=False):\n    made = bottle.Bottle()");
      this.#members(main, "made", members, 1);
      main.add("return made\n", 1);
      main.add("app = create_app()");
    } else {
      main.add(made === "default" ? "app = bottle.default_app()" : "app = bottle.Bottle()");
      this.#members(main, "app", members, 0);
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
    // Below a prefix with a slash at its end Bottle itself serves nothing of what is mounted further in.
    const isDeep = members.some((member) => member.kind === "group");
    const text = (): string => textExpression(this.#project, parent, isDeep ? { ...prefix, text: prefix.text.replace(/\/$/, "") } : prefix, depth);
    const inside = (made: string): void => {
      module.add(`${name} = ${made}`, at);
      this.#members(module, name, members, at);
    };
    switch (attached) {
      case "mounted":
        inside("bottle.Bottle()");
        return parent.add(`${on}.mount(${text()}, ${reached(name)})`, depth);
      case "merged":
        inside("bottle.Bottle()");
        return parent.add(`${on}.merge(${reached(name)})`, depth);
      case "loop":
        inside("bottle.Bottle()");
        return parent.add(`for prefix_${id}, one_${id} in {${text()}: ${reached(name)}}.items():\n    ${on}.mount(prefix_${id}, one_${id})`, depth);
      case "subclass":
        module.add(`class Inner_${id}(bottle.Bottle):\n    def __init__(self):\n        super().__init__()\n        self.route("/own${id}", ["GET"], self.own)\n    def own(self):\n        return "own"`, at);
        inside(`Inner_${id}()`);
        return parent.add(`${on}.mount(prefix=${text()}, app=${reached(name)})`, depth);
      case "factory":
        module.add(`def make_${id}():\n    ${name} = bottle.Bottle()`, at);
        this.#members(module, name, members, at + 1);
        module.add(`return ${name}`, at + 1);
        return parent.add(`${on}.mount(${text()}, ${reached(`make_${id}`)}())`, depth);
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
    const add = (lines: string): void => module.add(lines, depth);
    const plain = `def ${name}(**values):\n    return "answer"`;
    const [method = "GET"] = methods;
    const list = `[${methods.map((one) => `"${one}"`).join(", ")}]`;
    switch (answered) {
      case "verb":
        return add(`@${on}.${method.toLowerCase()}(${text})\n${plain}`);
      case "route":
        return add(`@${on}.route(${text})\n${plain}`);
      case "methods":
        return add(`@${on}.route(${text}, method=${list})\n${plain}`);
      case "any":
        return add(`@${on}.route(${text}, method="ANY")\n${plain}`);
      case "callback":
        return add(`${plain}\n${on}.route(${text}, "${method}", callback=${name}, name="n${id}")`);
      case "called":
        return add(`${plain}\n${on}.${method.toLowerCase()}(${text})(${name})`);
      case "several":
        return add(`@${on}.route(${text}, method=${list})\n@${on}.post("/also${id}")\n${plain}`);
      case "wrapped":
        return add(`def around_${id}(function):\n    @wraps(function)\n    def inner(*args, **values):\n        return function(*args, **values)\n    return inner\n@${on}.route(${text}, method="${method}", apply=[around_${id}])\n@around_${id}\n${plain}`);
      case "method":
        return add(`class Part_${id}:\n    def __init__(self, application):\n        application.route(${text}, method="${method}", callback=self.answer)\n    def answer(self, **values):\n        return "answer"\npart_${id} = Part_${id}(${on})`);
      case "paths":
        return add(`@${on}.route([${text}, "/also${id}"], ${list})\n${plain}`);
      case "static":
        return add(`@${on}.route("/files${id}/<name:path>")\ndef ${name}(name):\n    return bottle.static_file(name, root=".")`);
      default:
        return answered satisfies never;
    }
  }
}

/** Applications that are mounted and merged, and routes that are said in many ways. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "bottle",
  plugins: [python, bottle],
  requirements: ["bottle==0.13.4"],
  generate: (random) => ({
    made: random.pick(["module", "factory", "default"]),
    members: makeTree<Answered, Attached>(random, {
      answered: ["verb", "route", "methods", "any", "callback", "called", "several", "wrapped", "method", "paths", "static"],
      attached: ["mounted", "merged", "subclass", "factory", "loop", "function"],
      verbs: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      paths: (id) => [`/x${id}`, `/x${id}/`, `/x${id}/<item${id}>`, `/n${id}/<item${id}:int>/more`, `/files${id}/<rest${id}:path>`, `/r${id}/<item${id}:re:[a-z]+>`, `/o${id}/:item${id}`],
      prefixes: (id) => [`/b${id}`, `/b${id}/`, `/b${id}/more`],
      deepest: 2,
    }),
  }),
  render: (application) => new Writer().sources(application),
  smaller: (application) => smaller(application, { fields: { ...simplestTree, made: "module", answered: "verb", attached: "mounted" }, members: "members" }),
});
