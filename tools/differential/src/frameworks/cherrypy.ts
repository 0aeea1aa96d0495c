import cherrypy from "@muster/plugin-cherrypy";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { underCondition } from "../python/condition.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { textExpression } from "../python/text-form.ts";
import { makeTree, placeOfGroup, reachGroup, simplestTree, type TreeGroup, type TreeMember, type TreeRoute } from "../python/tree.ts";
import { smaller } from "../smaller.ts";

/** How a page is shown to the world. */
type Answered = "decorated" | "marked" | "aliased" | "allowed" | "object" | "inherited" | "wrapped" | "arguments";
/** How an object gets onto the tree, or becomes an application of its own. */
type Attached = "attribute" | "in constructor" | "assigned" | "mounted" | "verbs" | "filed";
type Application = { readonly hasIndex: boolean; readonly hasDefault: boolean; readonly members: readonly TreeMember<Answered, Attached>[] };

const imports = "import os\nfrom functools import wraps\nimport cherrypy";

class Writer {
  readonly #project = new PythonProject();
  readonly #files: Record<string, string> = {};

  sources({ hasIndex, hasDefault, members }: Application): Sources {
    const main = this.#project.module("main");
    main.add(imports);
    this.#class(main, "Root", members, 0, [...(hasIndex ? ["@cherrypy.expose\ndef index(self):\n    return \"index\""] : []), ...(hasDefault ? ["@cherrypy.expose\ndef default(self, name):\n    return \"default\""] : [])]);
    main.add('root = Root()\ncherrypy.tree.mount(root, "/")');
    this.#late(main, "root", members);
    main.add("tree = cherrypy.tree");
    return { ...this.#project.sources(), ...this.#files };
  }

  /** A class with pages, and with the objects of those groups that belong into its body. */
  #class(module: PythonModule, name: string, members: Application["members"], depth: number, more: readonly string[]): void {
    const groups = members.filter((member) => member.kind === "group");
    const routes = members.filter((member) => member.kind === "route");
    const reached = new Map(groups.filter((group) => group.attached !== "verbs" && group.attached !== "filed").map((group) => [group.id, this.#group(module, group, depth)]));
    for (const route of routes) if (route.answered === "object" || route.answered === "inherited") module.add(this.#outside(route), depth);
    const bases = routes.filter((route) => route.answered === "inherited").map((route) => `Base_${route.id}`);
    module.add(`class ${name}${bases.length === 0 ? "" : `(${bases.join(", ")})`}:\n    own = None`, depth);
    for (const group of groups) if (group.attached === "attribute") module.add(`b${group.id} = ${reached.get(group.id)}()`, depth + 1);
    for (const route of routes) this.#page(module, route, depth + 1);
    for (const text of more) module.add(text, depth + 1);
    const made = groups.filter((group) => group.attached === "in constructor");
    if (made.length === 0) return;
    module.add("def __init__(self):", depth + 1);
    for (const group of made) module.add(`self.b${group.id} = ${reached.get(group.id)}()`, depth + 2);
  }

  /** What is put onto an object when it is there. */
  #late(module: PythonModule, on: string, members: Application["members"]): void {
    for (const member of members) {
      if (member.kind !== "group" || (member.attached !== "assigned" && member.attached !== "mounted" && member.attached !== "verbs" && member.attached !== "filed")) continue;
      const { id, attached, condition, prefix } = member;
      underCondition(module, condition, 0, (depth) => {
        if (attached === "assigned") return module.add(`${on}.b${id} = Part_${id}()`, depth);
        const text = textExpression(this.#project, module, prefix, depth);
        if (attached === "mounted") return module.add(`cherrypy.tree.mount(Part_${id}(), ${text}, {"/": {"tools.gzip.on": True}})`, depth);
        module.add(`@cherrypy.expose\nclass Verbs_${id}:\n    def GET(self):\n        return "get"\n    def POST(self, name):\n        return "post"\ncherrypy.tree.mount(Verbs_${id}(), ${text}, ${attached === "filed" ? this.#file(id) : '{"/": {"request.dispatch": cherrypy.dispatch.MethodDispatcher()}}'})`, depth);
      });
    }
  }

  /** The same configuration in a file beside the module; yields how it is named. */
  #file(id: number): string {
    this.#files[`g${id}.conf`] = "[/]\nrequest.dispatch: cherrypy.dispatch.MethodDispatcher()\n";
    return `os.path.join(os.path.dirname(__file__), "g${id}.conf")`;
  }

  /** The class of a group; yields what it is called where it is used. */
  #group(parent: PythonModule, group: TreeGroup<Answered, Attached>, depth: number): string {
    const place = placeOfGroup(this.#project, parent, depth, group, imports);
    const name = `Part_${group.id}`;
    this.#class(place.module, name, group.members.filter((member) => member.kind === "route" || member.attached === "attribute" || member.attached === "in constructor"), place.depth, []);
    const reached = reachGroup(this.#project, parent, depth, group, place, name);
    if (reached !== name) parent.add(`${name} = ${reached}`, depth);
    return name;
  }

  /** Classes that a page needs before the class that holds it. */
  #outside({ id, answered }: TreeRoute<Answered>): string {
    if (answered === "object") return `class Page_${id}:\n    exposed = True\n    def __call__(self):\n        return "page"`;
    return `class Base_${id}:\n    @cherrypy.expose\n    def x${id}(self):\n        return "base"`;
  }

  #page(module: PythonModule, { id, answered, methods }: TreeRoute<Answered>, depth: number): void {
    const add = (lines: string): void => module.add(lines, depth);
    const plain = `def x${id}(self):\n    return "page"`;
    switch (answered) {
      case "decorated":
        return add(`@cherrypy.expose\n${plain}`);
      case "marked":
        return add(`${plain}\nx${id}.exposed = True`);
      case "aliased":
        return add(`@cherrypy.expose(["also${id}"])\n${plain}`);
      case "allowed":
        return add(`@cherrypy.expose\n@cherrypy.tools.allow(methods=[${methods.map((one) => `"${one}"`).join(", ")}])\n${plain}`);
      case "object":
        return add(`x${id} = Page_${id}()`);
      case "inherited":
        return add("pass");
      case "wrapped":
        return add(`def around_${id}(function):\n    @wraps(function)\n    def inner(*args, **values):\n        return function(*args, **values)\n    return inner\n@cherrypy.expose\n@around_${id}\n${plain}`);
      case "arguments":
        return add(`@cherrypy.expose\ndef x${id}(self, name, more=None):\n    return name`);
      default:
        return answered satisfies never;
    }
  }
}

/** Trees of objects with pages, and applications below script names. What a class's body says under a condition is not told with the pages, and not tried. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "cherrypy",
  plugins: [python, cherrypy],
  requirements: ["cherrypy==18.10.0", "routes==2.5.1"],
  generate: (random) => ({
    hasIndex: random.chance(0.7),
    hasDefault: random.chance(0.3),
    members: makeTree<Answered, Attached>(random, {
      answered: ["decorated", "marked", "aliased", "allowed", "object", "inherited", "wrapped", "arguments"],
      attached: ["attribute", "in constructor", "assigned", "mounted", "verbs", "filed"],
      verbs: ["GET", "POST", "PUT", "DELETE"],
      paths: (id) => [`/x${id}`],
      prefixes: (id) => [`/b${id}`, `/b${id}/more`],
      deepest: 2,
    }),
  }),
  render: (application) => new Writer().sources(application),
  config: () => ({ application: "main:tree" }),
  smaller: (application) => smaller(application, { fields: { ...simplestTree, hasIndex: false, hasDefault: false, answered: "decorated", attached: "attribute" }, members: "members" }),
});
