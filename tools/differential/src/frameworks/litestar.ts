import litestar from "@muster/plugin-litestar";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { conditions, underCondition, type Condition } from "../python/condition.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import { textExpression, textForms, type Text } from "../python/text-form.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Decorated = "decorator" | "list" | "route" | "subclass" | "partial" | "socket" | "called" | "made";
type Grouped = "controller" | "inherited" | "mixed" | "router" | "subrouter" | "factory" | "later";
/** How what is registered gets to the application. */
type Given = "list" | "unpacked" | "register" | "hook" | "plugin" | "nested plugin";

type Handler = { readonly kind: "handler"; readonly id: number; readonly decorated: Decorated; readonly method: string; readonly path: Text; readonly condition: Condition };
type Group = { readonly kind: "group"; readonly id: number; readonly grouped: Grouped; readonly path: Text; readonly reach: Reach; readonly folder: string | null; readonly twice: boolean; readonly condition: Condition; readonly members: readonly Member[] };
type Member = Handler | Group;
type App = { readonly given: Given; readonly path: Text; readonly members: readonly Member[] };

const verbs = ["get", "post", "put", "patch", "delete", "head"] as const;
const plain = (text: string): Text => ({ text, written: "literal" });

class Maker {
  readonly #random: Random;
  #ids = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  app(): App {
    const random = this.#random;
    return {
      given: random.mostly<Given>(["list", "unpacked", "register", "hook", "plugin", "nested plugin"]),
      path: random.chance(0.8) ? plain("") : this.#text("/root"),
      members: random.list(1, 5, () => (random.chance(0.7) ? this.#group(0) : this.#handler())),
    };
  }

  #handler(): Handler {
    const random = this.#random;
    const id = ++this.#ids;
    return {
      kind: "handler",
      id,
      decorated: random.mostly<Decorated>(["decorator", "list", "route", "subclass", "partial", "socket", "called", "made"]),
      method: random.pick(verbs),
      path: this.#text(random.pick([`/x${id}`, `x${id}`, `/x${id}/`, `/x${id}/{item${id}:int}`, `/x${id}/{item${id}:str}/more`, `/files${id}/{rest${id}:path}`])),
      condition: random.chance(0.85) ? "always" : random.pick(conditions),
    };
  }

  #group(depth: number): Group {
    const random = this.#random;
    const id = ++this.#ids;
    const grouped = random.mostly<Grouped>(["controller", "inherited", "mixed", "router", "subrouter", "factory", "later"]);
    const isController = grouped === "controller" || grouped === "inherited" || grouped === "mixed";
    return {
      kind: "group",
      id,
      grouped,
      path: this.#text(random.pick([`/g${id}`, `/g${id}/`, `g${id}`, `/g${id}/{key${id}:uuid}`])),
      reach: random.mostly(reaches),
      folder: random.chance(0.3) ? null : random.pick(["", "api", "api.v1", "core.routing"]),
      twice: random.chance(0.15),
      condition: random.chance(0.85) ? "always" : random.pick(conditions),
      members: random.list(1, 3, () => (!isController && depth < 2 && random.chance(0.5) ? this.#group(depth + 1) : this.#handler())),
    };
  }

  #text(text: string): Text {
    return { text, written: this.#random.mostly(textForms) };
  }
}

/** Writes an application, and the controllers and routers below it, into modules. */
class Writer {
  readonly #project = new PythonProject();

  sources({ given, path, members }: App): ReturnType<PythonProject["sources"]> {
    const main = this.#project.module("main");
    main.add("from litestar import Litestar");
    main.add("from litestar.plugins import InitPluginProtocol");
    main.add("handlers = []");
    for (const member of members) this.#member(member, main, "handlers", 0);
    const root = textExpression(this.#project, main, path);
    const options = `path=${root}, openapi_config=None`;
    const plugin = (name: string, body: string): void => main.add(`class ${name}(InitPluginProtocol):\n    def on_app_init(self, app_config):\n        ${body}\n        return app_config`);
    switch (given) {
      case "list":
        main.add(`app = Litestar(handlers, ${options})`);
        break;
      case "unpacked":
        main.add(`app = Litestar(route_handlers=[*handlers], ${options})`);
        break;
      case "register":
        main.add(`app = Litestar(${options})\nfor each in handlers:\n    app.register(each)`);
        break;
      case "hook":
        main.add(`def hook(config):\n    config.route_handlers.extend(handlers)\n    return config\napp = Litestar(on_app_init=[hook], ${options})`);
        break;
      case "plugin":
        plugin("Plugin", "app_config.route_handlers += handlers");
        main.add(`app = Litestar(plugins=[Plugin()], ${options})`);
        break;
      case "nested plugin":
        plugin("Inner", "app_config.route_handlers.extend(handlers)");
        plugin("Plugin", "app_config.plugins.append(Inner())");
        main.add(`app = Litestar(plugins=[Plugin()], ${options})`);
        break;
      default:
        given satisfies never;
    }
    return this.#project.sources();
  }

  /** Writes a member and appends it to a list. */
  #member(member: Member, module: PythonModule, list: string, depth: number): void {
    const below = member.kind === "group" ? this.#group(member, module) : undefined;
    underCondition(module, member.condition, depth, (inner) => {
      if (member.kind === "handler") {
        this.#prepare([member], module, inner);
        this.#handler(member, module, inner);
        module.add(`${list}.append(handle_${member.id})`, inner);
        return;
      }
      if (!below) return;
      const name = reachName(this.#project, member.reach, module, below.module, below.name, inner);
      module.add(`${list}.append(${name})`, inner);
      if (member.twice) module.add(`from litestar import Router\n${list}.append(Router("/again${member.id}", route_handlers=[${name}]))`, inner);
    });
  }

  #group({ id, grouped, path, folder, members }: Group, parent: PythonModule): { module: PythonModule; name: string } {
    const module = folder === null ? parent : this.#project.module(`${folder === "" ? "" : `${folder}.`}part_${id}`);
    const name = `group_${id}`;
    module.add("from litestar import Controller, Router");
    const text = textExpression(this.#project, module, path);
    const handlers = members.filter((member) => member.kind === "handler");
    switch (grouped) {
      case "controller":
        this.#prepare(handlers, module);
        module.add(`class ${name}(Controller):\n    path = ${text}`);
        for (const handler of handlers) this.#handler(handler, module, 1, true);
        break;
      case "inherited":
        this.#prepare(handlers, module);
        module.add(`class Base_${id}(Controller):\n    path = "/never"`);
        for (const handler of handlers) this.#handler(handler, module, 1, true);
        module.add(`class ${name}(Base_${id}):\n    path = ${text}`);
        break;
      case "mixed":
        this.#prepare(handlers, module);
        module.add(`class Mixin_${id}:\n    tags = ["mixed"]`);
        for (const handler of handlers) this.#handler(handler, module, 1, true);
        module.add(`class ${name}(Mixin_${id}, Controller):\n    path = ${text}`);
        break;
      case "router":
        this.#list(id, members, module);
        module.add(`${name} = Router(${text}, route_handlers=members_${id})`);
        break;
      case "subrouter":
        this.#list(id, members, module);
        module.add(`class Own_${id}(Router):\n    def __init__(self, *handlers):\n        super().__init__(path=${text}, route_handlers=list(handlers))\n${name} = Own_${id}(*members_${id})`);
        break;
      case "factory":
        this.#list(id, members, module);
        module.add(`def make_${id}(path, handlers):\n    return Router(path=path, route_handlers=tuple(handlers))\n${name} = make_${id}(${text}, members_${id})`);
        break;
      case "later":
        this.#list(id, members, module);
        module.add(`${name} = Router(path=${text}, route_handlers=[])\nfor each in members_${id}:\n    ${name}.register(each)`);
        break;
      default:
        grouped satisfies never;
    }
    return { module, name };
  }

  #list(id: number, members: readonly Member[], module: PythonModule): void {
    module.add(`members_${id} = []`);
    for (const member of members) this.#member(member, module, `members_${id}`, 0);
  }

  /** What handlers need of their module before them. */
  #prepare(handlers: readonly Handler[], module: PythonModule, depth = 0): void {
    module.head("from litestar import WebSocket, delete, get, head, patch, post, put, route, websocket");
    module.head("from litestar.handlers import HTTPRouteHandler");
    module.head("from functools import partial");
    for (const { id, decorated, method } of handlers) {
      if (decorated === "subclass") module.add(`class Verb_${id}(HTTPRouteHandler):\n    def __init__(self, path, **rest):\n        super().__init__(path, http_method="${method.toUpperCase()}", **rest)`, depth);
      if (decorated === "partial") module.add(`verb_${id} = partial(${method}, include_in_schema=False)`, depth);
    }
  }

  #handler({ id, decorated, method, path }: Handler, module: PythonModule, depth: number, inClass = false): void {
    const text = textExpression(this.#project, module, path, depth);
    const isSocket = decorated === "socket";
    const names = [...path.text.matchAll(/\{(\w+):(\w+)\}/g)].map((match) => `${match[1] ?? ""}: ${match[2] === "int" ? "int" : "str"}`);
    const parameters = [...(inClass ? ["self"] : []), ...(isSocket ? ["socket: WebSocket"] : []), ...names].join(", ");
    const returns = method === "delete" || method === "head" || isSocket ? "None" : "dict";
    const definition = `async def handle_${id}(${parameters}) -> ${returns}:\n    return ${returns === "None" ? "None" : "{}"}`;
    const add = (code: string): void => module.add(code, depth);
    switch (decorated) {
      case "decorator":
        return add(`@${method}(${text})\n${definition}`);
      case "list":
        return add(`@${method}([${text}, "/also${id}"])\n${definition}`);
      case "route":
        return add(`@route(path=${text}, http_method=["${method.toUpperCase()}"], status_code=200)\n${definition.replace("-> dict", "-> None").replace("return {}", "return None")}`);
      case "subclass":
        return add(`@Verb_${id}(${text})\n${definition}`);
      case "partial":
        return add(`@verb_${id}(${text})\n${definition}`);
      case "socket":
        return add(`@websocket(${text})\n${definition}`);
      case "called":
        return add(`${definition.replace(`handle_${id}`, `plain_${id}`)}\nhandle_${id} = ${method}(${text})(plain_${id})`);
      case "made":
        return add(`def make_handler_${id}(path=${text}):\n    @${method}(path)\n    ${definition.replaceAll("\n", "\n    ")}\n    return handle_${id}\nhandle_${id} = make_handler_${id}()`);
      default:
        return decorated satisfies never;
    }
  }
}

/** Applications of controllers and routers that nest, repeat, inherit, and are given to the application by lists, hooks and plugins. */
export const generator: ApplicationGenerator = defineGenerator<App>({
  name: "litestar",
  plugins: [python, litestar],
  requirements: ["litestar==2.25.0"],
  generate: (random) => new Maker(random).app(),
  render: (app) => new Writer().sources(app),
  smaller: (app) => smaller(app, { fields: { given: "list", decorated: "decorator", grouped: "controller", method: "get", reach: "from", folder: null, condition: "always", written: "literal", twice: false }, members: "members" }),
});
