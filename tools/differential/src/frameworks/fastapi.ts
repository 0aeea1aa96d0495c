import fastapi from "@muster/plugin-fastapi";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { conditions, underCondition, type Condition } from "../python/condition.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import { textExpression, textForms, type Text } from "../python/text-form.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type RouterForm = "plain" | "factory" | "subclass" | "builder" | "keywords";
type RouteForm = "decorator" | "keyword" | "api_route" | "add_api_route" | "called" | "getattr" | "loop" | "items" | "helper" | "websocket" | "stacked" | "lambda" | "method" | "add_route" | "add_api_websocket_route";
type IncludeForm = "call" | "loop" | "helper" | "twice" | "mount";

type Router = {
  readonly id: number;
  readonly made: RouterForm;
  readonly reach: Reach;
  /** Folder of its module; its parent's own module where it is undefined. */
  readonly folder: string | null;
  readonly prefix: Text;
  readonly members: readonly Member[];
};

type Route = { readonly kind: "route"; readonly id: number; readonly added: RouteForm; readonly method: string; readonly path: Text; readonly condition: Condition };
type Include = {
  readonly kind: "include";
  readonly included: IncludeForm;
  readonly prefix: Text;
  readonly condition: Condition;
  readonly router: Router;
  /** Added to the router after it was included. */
  readonly late: readonly Route[];
};
type Member = Route | Include;

const methods = ["get", "post", "put", "patch", "delete", "options", "head"] as const;
const plain = (text: string): Text => ({ text, written: "literal" });

class Maker {
  readonly #random: Random;
  #ids = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  router(depth: number, root: boolean): Router {
    const random = this.#random;
    const id = ++this.#ids;
    return {
      id,
      made: random.mostly<RouterForm>(["plain", "factory", "subclass", "builder", "keywords"]),
      reach: random.mostly(reaches),
      folder: root || random.chance(0.25) ? null : random.pick(["", "api", "api.v1", "core.routing"]),
      prefix: root || random.chance(0.4) ? plain("") : this.#text(random.pick([`/r${id}`, `/r${id}/{key${id}}`, `/v1/r${id}`])),
      members: random.list(1, root ? 5 : 3, () => (depth < 3 && random.chance(root ? 0.7 : 0.4) ? this.#include(depth) : this.#route(root))),
    };
  }

  #route(root: boolean): Route {
    const random = this.#random;
    const id = ++this.#ids;
    const added = random.mostly<RouteForm>(["decorator", "keyword", "api_route", "add_api_route", "called", "getattr", "loop", "items", "helper", "websocket", "stacked", "lambda", "method", "add_route", "add_api_websocket_route"]);
    return {
      kind: "route",
      id,
      added,
      method: random.pick(methods),
      path: this.#text(random.pick([`/x${id}`, `/x${id}`, `/x${id}/`, `/x${id}/{item${id}}`, `/n${id}/{item${id}:int}`, `/files${id}/{rest${id}:path}`, ...(root ? [] : ["/", "/same"])])),
      condition: this.#condition(),
    };
  }

  #include(depth: number): Include {
    const random = this.#random;
    const id = ++this.#ids;
    const included = random.mostly<IncludeForm>(["call", "loop", "helper", "twice", "mount"]);
    return {
      kind: "include",
      included,
      prefix: included !== "mount" && random.chance(0.4) ? plain("") : this.#text(random.pick([`/i${id}`, `/i${id}/{part${id}}`])),
      condition: this.#condition(),
      router: this.router(depth + 1, false),
      late: random.chance(0.15) ? [this.#route(false)] : [],
    };
  }

  #text(text: string): Text {
    return { text, written: this.#random.mostly(textForms) };
  }

  #condition(): Condition {
    return this.#random.chance(0.8) ? "always" : this.#random.pick(conditions);
  }
}

/** Writes an application and the routers below it into modules. */
class Writer {
  readonly #project = new PythonProject();

  sources(app: Router): ReturnType<PythonProject["sources"]> {
    this.#router({ ...app, folder: null }, "FastAPI", this.#project.module("main"), "app");
    return this.#project.sources();
  }

  /** Defines a router in its module, as `name` or under a name of its own; yields module and name. */
  #router(router: Router, kind: "FastAPI" | "APIRouter", parent: PythonModule, name = `router_${router.id}`): { module: PythonModule; name: string } {
    const folder = router.folder === null || router.folder === "" ? "" : `${router.folder}.`;
    const module = router.folder === null ? parent : this.#project.module(`${folder}part_${router.id}`);
    const made = `made_${router.id}`;
    module.add(`from fastapi import APIRouter, FastAPI`);
    // Applications have no prefix of their own.
    const prefix = kind === "FastAPI" ? '""' : textExpression(this.#project, module, router.prefix);
    const keywords = kind === "FastAPI" ? "" : `prefix=${prefix}`;
    switch (router.made) {
      case "plain":
        module.add(`${name} = ${kind}(${keywords})`);
        this.#members(router, module, name, 0);
        break;
      case "keywords":
        module.add(`${name} = ${kind}(**{${kind === "FastAPI" ? '"title": "Generated"' : `"prefix": ${prefix}`}})`);
        this.#members(router, module, name, 0);
        break;
      case "subclass":
        module.add(`class ${made}(${kind}):\n    def __init__(self, **rest):\n        super().__init__(${[keywords, "**rest"].filter(Boolean).join(", ")})\n${name} = ${made}()`);
        this.#members(router, module, name, 0);
        break;
      case "factory":
        module.add(`def ${made}():\n    made = ${kind}(${keywords})`);
        this.#members(router, module, "made", 1);
        module.add(`    return made\n${name} = ${made}()`);
        break;
      case "builder":
        module.add(`class ${made}:\n    def __init__(self):\n        self.router = ${kind}(${keywords})`);
        this.#members(router, module, "self.router", 2);
        module.add(`${name} = ${made}().router`);
        break;
      default:
        router.made satisfies never;
    }
    return { module, name };
  }

  #members(router: Router, module: PythonModule, receiver: string, depth: number): void {
    for (const member of router.members) {
      if (member.kind === "route") this.#route(member, module, receiver, depth);
      else this.#include(member, module, receiver, depth);
    }
  }

  #include({ included, prefix, condition, router, late }: Include, module: PythonModule, receiver: string, depth: number): void {
    const below = this.#router({ ...router, folder: router.folder ?? (depth === 0 ? null : "") }, included === "mount" ? "FastAPI" : "APIRouter", module);
    underCondition(module, condition, depth, (inner) => {
      const child = reachName(this.#project, router.reach, module, below.module, below.name, inner);
      const path = textExpression(this.#project, module, prefix, inner);
      const add = (text: string): void => module.add(text, inner);
      switch (included) {
        case "call":
          add(`${receiver}.include_router(${child}, prefix=${path})`);
          break;
        case "loop":
          add(`for each, start in [(${child}, ${path})]:\n    ${receiver}.include_router(each, prefix=start)`);
          break;
        case "helper":
          add(`def register_${router.id}(target, *routers, **rest):\n    for each in routers:\n        target.include_router(each, **rest)\nregister_${router.id}(${receiver}, ${child}, prefix=${path})`);
          break;
        case "twice":
          add(`${receiver}.include_router(${child}, prefix=${path})\n${receiver}.include_router(${child}, prefix="/again" + ${path})`);
          break;
        case "mount":
          add(`${receiver}.mount(${path}, ${child})`);
          break;
        default:
          included satisfies never;
      }
      for (const route of late) this.#route(route, module, child, inner);
    });
  }

  #route({ id, added, method, path, condition }: Route, module: PythonModule, receiver: string, depth: number): void {
    underCondition(module, condition, depth, (inner) => {
      const text = textExpression(this.#project, module, path, inner);
      const add = (line: string): void => module.add(line, inner);
      const handler = `handle_${id}`;
      const definition = `async def ${handler}():\n    return {}`;
      const verb = `"${method.toUpperCase()}"`;
      switch (added) {
        case "decorator":
          return add(`@${receiver}.${method}(${text})\n${definition}`);
        case "keyword":
          return add(`@${receiver}.${method}(path=${text}, include_in_schema=False)\n${definition}`);
        case "api_route":
          return add(`@${receiver}.api_route(${text}, methods=[${verb}, "TRACE"])\n${definition}`);
        case "add_api_route":
          return add(`${definition}\n${receiver}.add_api_route(${text}, ${handler}, methods=[${verb}])`);
        case "called":
          return add(`${definition}\n${receiver}.${method}(${text})(${handler})`);
        case "getattr":
          return add(`${definition}\ngetattr(${receiver}, ${verb}.lower())(${text})(${handler})`);
        case "loop":
          return add(`${definition}\nfor verb in (${verb}, "TRACE"):\n    ${receiver}.add_api_route(${text}, ${handler}, methods={verb})`);
        case "items":
          return add(`${definition}\nfor path, handle in {${text}: ${handler}, ${text} + "/more": ${handler}}.items():\n    ${receiver}.api_route(path, methods=[${verb}])(handle)`);
        case "helper":
          return add(`def add_${id}(target, path=${text}):\n    @target.${method}(path)\n    def ${handler}():\n        return {}\nadd_${id}(${receiver})`);
        case "websocket":
          return add(`from fastapi import WebSocket\n@${receiver}.websocket(${text})\nasync def ${handler}(websocket: WebSocket):\n    await websocket.accept()`);
        case "stacked":
          return add(`@${receiver}.${method}(${text})\n@${receiver}.${method}(${text} + "/also")\n${definition}`);
        case "lambda":
          return add(`${receiver}.add_api_route(${text}, lambda: {}, methods=[verb for verb in [${verb}]], name="${handler}")`);
        case "method":
          return add(`class Views_${id}:\n    @staticmethod\n    def ${handler}():\n        return {}\n    def other(self):\n        return {}\n${receiver}.${method}(${text})(Views_${id}.${handler})\n${receiver}.${method}(${text} + "/other")(Views_${id}().other)`);
        case "add_route":
          return add(`async def ${handler}(request):\n    return {}\n${receiver}.add_route(${text}, ${handler}, methods=[${verb}])`);
        case "add_api_websocket_route":
          return add(`from fastapi import WebSocket\nasync def ${handler}(websocket: WebSocket):\n    await websocket.accept()\n${receiver}.add_api_websocket_route(${text}, ${handler})`);
        default:
          return added satisfies never;
      }
    });
  }
}

/** Applications whose routers nest, repeat, are made by factories, classes and loops, and reach one another in many ways. */
export const generator: ApplicationGenerator = defineGenerator<Router>({
  name: "fastapi",
  plugins: [python, fastapi],
  requirements: ["fastapi==0.165.0", "pydantic==2.14.3", "starlette==1.10.0"],
  generate: (random) => new Maker(random).router(0, true),
  render: (app) => new Writer().sources(app),
  smaller: (app) => smaller(app, { fields: { made: "plain", added: "decorator", included: "call", method: "get", reach: "from", folder: null, condition: "always", written: "literal" }, members: "members" }),
});
