import fastapi from "@muster/plugin-fastapi";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { conditions, underCondition, type Condition } from "../python/condition.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import { quoted, textExpression, textForms, type Text } from "../python/text-form.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

/** How the list of routes comes about. */
type Listed = "literal" | "append" | "sum" | "unpacked" | "extended" | "grown" | "function" | "comprehension";
/** What answers. */
type Answered = "function" | "class" | "inherited" | "mixed" | "socket" | "socket class" | "lambda" | "partial" | "object";
type Mounted = "routes" | "application" | "router" | "wrapped" | "host" | "factory";

type Node = { readonly id: number; readonly listed: Listed; readonly reach: Reach; readonly folder: string | null; readonly members: readonly Member[] };
type Route = { readonly kind: "route"; readonly id: number; readonly answered: Answered; readonly methods: readonly string[]; readonly path: Text; readonly condition: Condition };
type Mount = { readonly kind: "mount"; readonly id: number; readonly mounted: Mounted; readonly path: Text; readonly condition: Condition; readonly node: Node };
type Member = Route | Mount;

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

class Maker {
  readonly #random: Random;
  #ids = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  node(depth: number): Node {
    const random = this.#random;
    return {
      id: ++this.#ids,
      listed: random.mostly<Listed>(["literal", "append", "sum", "unpacked", "extended", "grown", "function", "comprehension"]),
      reach: random.mostly(reaches),
      folder: depth === 0 || random.chance(0.3) ? null : random.pick(["", "web", "web.routing"]),
      members: random.list(1, depth === 0 ? 5 : 3, () => (depth < 3 && random.chance(0.45) ? this.#mount(depth) : this.#route())),
    };
  }

  #route(): Route {
    const random = this.#random;
    const id = ++this.#ids;
    return {
      kind: "route",
      id,
      answered: random.mostly<Answered>(["function", "class", "inherited", "mixed", "socket", "socket class", "lambda", "partial", "object"]),
      methods: random.chance(0.3) ? [] : random.some(verbs),
      path: this.#text(random.pick([`/x${id}`, `/x${id}/`, `/x${id}/{item${id}}`, `/n${id}/{item${id}:int}`, `/files${id}/{rest${id}:path}`])),
      condition: this.#condition(),
    };
  }

  #mount(depth: number): Mount {
    const random = this.#random;
    const id = ++this.#ids;
    return {
      kind: "mount",
      id,
      mounted: random.mostly<Mounted>(["routes", "application", "router", "wrapped", "host", "factory"]),
      path: this.#text(random.pick([`/m${id}`, `/m${id}/`, `/m${id}/{part${id}}`])),
      condition: this.#condition(),
      node: this.node(depth + 1),
    };
  }

  #text(text: string): Text {
    return { text, written: this.#random.mostly(textForms) };
  }

  #condition(): Condition {
    return this.#random.chance(0.85) ? "always" : this.#random.pick(conditions);
  }
}

const imports = `from functools import partial
from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.responses import PlainTextResponse
from starlette.routing import Host, Mount, Route, Router, WebSocketRoute`;

class Writer {
  readonly #project = new PythonProject();

  sources(root: Node): ReturnType<PythonProject["sources"]> {
    const main = this.#project.module("main");
    const { name } = this.#node({ ...root, folder: null }, main);
    main.add(`app = Starlette(routes=${name})`);
    return this.#project.sources();
  }

  /** Defines the list of a node's routes; yields its module and name. */
  #node(node: Node, parent: PythonModule): { module: PythonModule; name: string } {
    const prefix = node.folder === null || node.folder === "" ? "" : `${node.folder}.`;
    const module = node.folder === null ? parent : this.#project.module(`${prefix}part_${node.id}`);
    const name = `routes_${node.id}`;
    module.add(imports);
    const plain = node.members.filter((member) => member.condition === "always").map((member) => this.#member(member, module, 0));
    this.#list(node.listed, module, name, plain);
    for (const member of node.members) {
      if (member.condition === "always") continue;
      const below = member.kind === "mount" ? this.#node(member.node, module) : undefined;
      underCondition(module, member.condition, 0, (depth) => module.add(`${name}.append(${this.#member(member, module, depth, below)})`, depth));
    }
    return { module, name };
  }

  #list(listed: Listed, module: PythonModule, name: string, members: readonly string[]): void {
    const half = Math.floor(members.length / 2);
    const [first, second] = [members.slice(0, half).join(", "), members.slice(half).join(", ")];
    switch (listed) {
      case "literal":
        return module.add(`${name} = [${members.join(", ")}]`);
      case "append":
        return module.add([`${name} = []`, ...members.map((member) => `${name}.append(${member})`)].join("\n"));
      case "sum":
        return module.add(`${name} = [${first}] + [${second}]`);
      case "unpacked":
        return module.add(`some_${name} = [${first}]\n${name} = [*some_${name}, *[${second}]]`);
      case "extended":
        return module.add(`${name} = list([${first}])\n${name}.extend([${second}])`);
      case "grown":
        return module.add(`${name} = [${first}]\n${name} += [${second}]`);
      case "function":
        return module.add(`def get_${name}(*more):\n    return [${[first, "*more"].filter(Boolean).join(", ")}]\n${name} = get_${name}(${second})`);
      case "comprehension":
        return module.add(`${name} = [each for each in [${members.join(", ")}] if each is not None]`);
      default:
        return listed satisfies never;
    }
  }

  #member(member: Member, module: PythonModule, depth: number, below?: { module: PythonModule; name: string }): string {
    if (member.kind === "route") return this.#route(member, module, depth);
    return this.#mount(member, module, depth, below ?? this.#node(member.node, module));
  }

  #mount({ id, mounted, path, node }: Mount, module: PythonModule, depth: number, below: { module: PythonModule; name: string }): string {
    const routes = reachName(this.#project, node.reach, module, below.module, below.name, depth);
    const text = textExpression(this.#project, module, path, depth);
    switch (mounted) {
      case "routes":
        return `Mount(${text}, routes=${routes})`;
      case "application":
        return `Mount(path=${text}, app=Starlette(routes=${routes}), name="m${id}")`;
      case "router":
        return `Mount(${text}, Router(${routes}))`;
      case "host":
        return `Host("h${id}.example.org", app=Router(routes=[Mount(${text}, routes=${routes})]))`;
      case "wrapped":
        module.add(`class Around_${id}:\n    def __init__(self, app):\n        self.app = app\n    async def __call__(self, scope, receive, send):\n        await self.app(scope, receive, send)`, depth);
        return `Mount(${text}, app=Around_${id}(Starlette(routes=${routes})))`;
      case "factory":
        module.add(`def create_${id}(routes, debug=False):\n    made = Starlette(debug=debug)\n    for route in routes:\n        made.router.routes.append(route)\n    return made`, depth);
        return `Mount(${text}, app=create_${id}(${routes}))`;
      default:
        return mounted satisfies never;
    }
  }

  #route({ id, answered, methods, path }: Route, module: PythonModule, depth: number): string {
    const text = textExpression(this.#project, module, path, depth);
    const add = (line: string): void => module.add(line, depth);
    const name = `answer_${id}`;
    const given = methods.length === 0 ? "" : `, methods=[${methods.map(quoted).join(", ")}]`;
    const own = (methods.length === 0 ? ["GET"] : methods).map((method) => `    async def ${method.toLowerCase()}(self, request):\n        return PlainTextResponse("")`).join("\n");
    switch (answered) {
      case "function":
        add(`async def ${name}(request):\n    return PlainTextResponse("")`);
        return `Route(${text}, ${name}${given})`;
      case "class":
        add(`class ${name}(HTTPEndpoint):\n${own}`);
        return `Route(${text}, ${name})`;
      case "inherited":
        add(`class Base_${id}(HTTPEndpoint):\n${own}\nclass ${name}(Base_${id}):\n    def options(self, request):\n        return PlainTextResponse("")`);
        return `Route(${text}, endpoint=${name})`;
      case "mixed":
        add(`class Mixin_${id}:\n${own}\nclass ${name}(Mixin_${id}, HTTPEndpoint):\n    pass`);
        return `Route(path=${text}, endpoint=${name})`;
      case "socket":
        add(`async def ${name}(websocket):\n    await websocket.accept()`);
        return `WebSocketRoute(${text}, ${name})`;
      case "socket class":
        add(`class ${name}(WebSocketEndpoint):\n    encoding = "text"`);
        return `WebSocketRoute(${text}, endpoint=${name})`;
      case "lambda":
        return `Route(${text}, lambda request: PlainTextResponse("")${given})`;
      case "partial":
        add(`def ${name}(request, more):\n    return PlainTextResponse(more)`);
        return `Route(${text}, partial(${name}, more="x")${given}, name="${name}")`;
      case "object":
        add(`class Views_${id}:\n    def answer(self, request):\n        return PlainTextResponse("")\n${name} = Views_${id}()`);
        return `Route(${text}, ${name}.answer${given})`;
      default:
        return answered satisfies never;
    }
  }
}

/** Applications whose lists of routes, mounts and hosts are put together in many ways, with functions, classes and objects that answer. */
export const generator: ApplicationGenerator = defineGenerator<Node>({
  name: "starlette",
  plugins: [python, fastapi],
  requirements: ["starlette==1.10.0"],
  generate: (random) => new Maker(random).node(0),
  render: (root) => new Writer().sources(root),
  smaller: (root) => smaller(root, { fields: { listed: "literal", answered: "function", mounted: "routes", methods: [], reach: "from", folder: null, condition: "always", written: "literal" }, members: "members" }),
});
