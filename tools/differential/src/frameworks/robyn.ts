import robyn from "@muster/plugin-robyn";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { addMembers, makeTree, placeOfGroup, reachGroup, simplestTree, type TreeGroup, type TreeMember, type TreeRoute } from "../python/tree.ts";
import { smaller } from "../smaller.ts";

/** What answers, and how it gets its path. */
type Answered = "verb" | "called" | "added" | "wrapped" | "guarded" | "constant";
type Attached = "router" | "subclass" | "loop" | "function";
type Application = { readonly made: "module" | "factory"; readonly members: readonly TreeMember<Answered, Attached>[] };

const imports = "from functools import wraps\nfrom robyn import Robyn, SubRouter";

class Writer {
  readonly #project = new PythonProject();

  sources({ made, members }: Application): Sources {
    const main = this.#project.module("main");
    main.add(imports);
    if (made === "module") {
      main.add("app = Robyn(__file__)");
      this.#members(main, "app", members, 0);
    } else {
      main.add("def create_app(debug=False):\n    made = Robyn(__file__)");
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
    const name = `router_${id}`;
    const reached = (what: string): string => reachGroup(this.#project, parent, depth, group, place, what);
    const define = (made: string): string => {
      module.add(`${name} = ${made}(__file__, prefix=${textExpression(this.#project, module, prefix, at)})`, at);
      this.#members(module, name, members, at);
      return reached(name);
    };
    switch (attached) {
      case "router":
        return parent.add(`${on}.include_router(${define("SubRouter")})`, depth);
      case "subclass":
        module.add(`class Part_${id}(SubRouter):\n    pass`, at);
        return parent.add(`${on}.include_router(${define(`Part_${id}`)})`, depth);
      case "loop":
        return parent.add(`for one_${id} in [${define("SubRouter")}]:\n    ${on}.include_router(one_${id})`, depth);
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
    const [method = "GET"] = methods;
    const verb = method.toLowerCase();
    const plain = `async def ${name}(request):\n    return "answer"`;
    switch (answered) {
      case "verb":
        return add(`@${on}.${verb}(${text})\n${plain}`);
      case "called":
        return add(`${plain}\n${on}.${verb}(${text})(${name})`);
      case "added":
        return add(`${plain}\nfor verb_${id} in [${methods.map((one) => `"${one.toLowerCase()}"`).join(", ")}]:\n    getattr(${on}, verb_${id})(${text})(${name})`);
      case "wrapped":
        return add(`def around_${id}(function):\n    @wraps(function)\n    async def inner(request):\n        return await function(request)\n    return inner\n@${on}.${verb}(${text})\n@around_${id}\n${plain}`);
      case "guarded":
        return add(`@${on}.${verb}(${text}, auth_required=True)\n${plain}`);
      case "constant":
        return add(`@${on}.get(${text}, const=True)\ndef ${name}():\n    return "answer"`);
      default:
        return answered satisfies never;
    }
  }
}

/** Routes, routers and views. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "robyn",
  plugins: [python, robyn],
  requirements: ["robyn==0.88.0"],
  generate: (random) => ({
    made: random.pick(["module", "factory"]),
    members: makeTree<Answered, Attached>(random, {
      answered: ["verb", "called", "added", "wrapped", "guarded", "constant"],
      attached: ["router", "subclass", "loop", "function"],
      verbs: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      paths: (id) => [`/x${id}`, `/x${id}/:item${id}`, `/n${id}/:item${id}/more`, `/f${id}/*rest${id}`],
      prefixes: (id) => [`/b${id}`, `/b${id}/more`],
      deepest: 2,
    }),
  }),
  render: (application) => new Writer().sources(application),
  smaller: (application) => smaller(application, { fields: { ...simplestTree, made: "module", answered: "verb", attached: "router" }, members: "members" }),
});
