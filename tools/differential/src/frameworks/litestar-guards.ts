import litestar from "@muster/plugin-litestar";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { addFinding, checkLines, indent, measured, randomCheck, simplestCheck, type Check } from "../python/guard.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Guard = { readonly check: Check; readonly style: "guard" | "class" | "hook" | "dependency"; readonly reach: Reach };
type Middleware = { readonly check: Check; readonly style: "authentication" | "function" | "protocol"; readonly exclude: "nothing" | "path" | "prefix" | "option" };
type Handler = { readonly id: number; readonly method: "get" | "post" | "delete"; readonly guard: Guard | null; readonly inline: boolean; readonly isOpen: boolean };
type Controller = { readonly id: number; readonly guard: Guard | null; readonly inherited: boolean; readonly inRouter: boolean; readonly routerGuard: Guard | null; readonly handlers: readonly Handler[] };
type Application = { readonly guard: Guard | null; readonly middleware: Middleware | null; readonly controllers: readonly Controller[] };

function application(random: Random): Application {
  let ids = 0;
  const guard = (): Guard => ({ check: randomCheck(random, ++ids), style: random.mostly<Guard["style"]>(["guard", "class", "hook", "dependency"]), reach: random.mostly(reaches) });
  const maybe = (probability: number): Guard | null => (random.chance(probability) ? guard() : null);
  const handler = (): Handler => ({ id: ++ids, method: random.pick(["get", "post", "delete"]), guard: maybe(0.6), inline: random.chance(0.2), isOpen: random.chance(0.2) });
  const controller = (): Controller => ({ id: ++ids, guard: maybe(0.25), inherited: random.chance(0.3), inRouter: random.chance(0.4), routerGuard: maybe(0.3), handlers: random.list(1, 4, handler) });
  return {
    guard: maybe(0.1),
    middleware: random.chance(0.35) ? { check: randomCheck(random, ++ids), style: random.pick(["authentication", "authentication", "function", "protocol"]), exclude: random.pick(["nothing", "path", "prefix", "option"]) } : null,
    controllers: random.list(1, 3, controller),
  };
}

const imports = `from litestar import Controller, Litestar, Request, Response, Router, delete, get, post
from litestar.connection import ASGIConnection
from litestar.di import Provide
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.middleware import AbstractAuthenticationMiddleware, AuthenticationResult, DefineMiddleware
from litestar.middleware.base import MiddlewareProtocol
from litestar.params import Parameter`;

function render({ guard, middleware, controllers }: Application): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  const options = [`openapi_config=None`];
  if (guard !== null) options.push(attached(project, main, guard));
  if (middleware !== null) options.push(`middleware=[${addMiddleware(main, middleware, controllers)}]`);
  const routes = controllers.map((controller) => addController(project, main, controller));
  main.add(`app = Litestar([${routes.join(", ")}], ${options.join(", ")})`);
  main.head(imports);
  return project.sources();
}

function readOf({ credential }: Check, connection: string): string {
  return credential === "cookie" ? `${connection}.cookies.get("session")` : `${connection}.headers.get("${credential}")`;
}

function refuseOf({ id, status }: Check): string {
  if (id % 3 === 0) return `raise HTTPException(status_code=${status})`;
  return status === 401 ? `raise NotAuthorizedException("no")` : `raise PermissionDeniedException("no")`;
}

function linesOf(check: Check, connection: string, pass: string, refuse = refuseOf(check)): string {
  return checkLines(check, { read: readOf(check, connection), refuse, pass, method: connection === "connection" ? `connection.scope["method"]` : "request.method" });
}

/** Defines the guard in a module of its own; yields the option that attaches it, as `name=value`. */
function attached(project: PythonProject, from: PythonModule, { check, style, reach }: Guard): string {
  const { id } = check;
  const module = project.module(`guards.part_${id}`);
  module.add(imports);
  addFinding(module, check);
  const name = `guard_${id}`;
  const reached = (): string => reachName(project, reach, from, module, name);
  switch (style) {
    case "guard":
      module.add(`${id % 2 === 0 ? "async " : ""}def ${name}(connection: ASGIConnection, handler) -> None:\n${indent(linesOf(check, "connection", "return None"), 1)}`);
      return `guards=[${reached()}]`;
    case "class":
      module.add(`class Guard_${id}:\n    def __init__(self, role):\n        self.role = role\n    def __call__(self, connection: ASGIConnection, handler) -> None:\n${indent(linesOf(check, "connection", "return None"), 2)}\n${name} = Guard_${id}("admin")`);
      return `guards=[${reached()}]`;
    case "hook":
      module.add(`async def ${name}(request: Request) -> Response | None:\n${indent(linesOf(check, "request", "return None", `return Response({}, status_code=${check.status})`), 1)}`);
      return `before_request=${reached()}`;
    case "dependency":
      module.add(`async def ${name}(request: Request) -> object:\n${indent(linesOf(check, "request", "return 1"), 1)}`);
      return `dependencies={"known": Provide(${reached()})}`;
    default:
      return style satisfies never;
  }
}

function addMiddleware(main: PythonModule, { check, style, exclude }: Middleware, controllers: readonly Controller[]): string {
  const { id } = check;
  const [first] = controllers;
  addFinding(main, check);
  if (style === "authentication") {
    const option = { nothing: "", path: `, exclude=["^/c${first?.id}/h${first?.handlers[0]?.id}$"]`, prefix: `, exclude="^/c${first?.id}/"`, option: `, exclude_from_auth_key="is_open"` }[exclude];
    main.add(`class Layer_${id}(AbstractAuthenticationMiddleware):\n    async def authenticate_request(self, connection: ASGIConnection) -> AuthenticationResult:\n${indent(linesOf(check, "connection", "return AuthenticationResult(user=1, auth=None)"), 2)}`);
    return option === "" ? `Layer_${id}` : `DefineMiddleware(Layer_${id}${option})`;
  }
  const open = exclude === "path" ? `scope["path"] == "/c${first?.id}/h${first?.handlers[0]?.id}"` : exclude === "prefix" ? `scope["path"].startswith("/c${first?.id}/")` : "False";
  const body = (app: string): string => `if ${open}:\n    return await ${app}(scope, receive, send)\nconnection = ASGIConnection(scope)\n${linesOf(check, "connection", `return await ${app}(scope, receive, send)`)}`;
  if (style === "function") main.add(`def layer_${id}(app):\n    async def inner(scope, receive, send):\n${indent(body("app"), 2)}\n    return inner`);
  else main.add(`class layer_${id}(MiddlewareProtocol):\n    def __init__(self, app):\n        self.app = app\n    async def __call__(self, scope, receive, send):\n${indent(body("self.app"), 2)}`);
  return `layer_${id}`;
}

function addController(project: PythonProject, main: PythonModule, { id, guard, inherited, inRouter, routerGuard, handlers }: Controller): string {
  const module = project.module(`routes.part_${id}`);
  module.add(imports);
  const lines: string[] = [];
  if (guard !== null) lines.push(attached(project, module, guard).replace("=", " = "));
  const body = handlers.map((handler) => handlerText(project, module, handler)).join("\n");
  if (inherited && lines.length > 0) module.add(`class Base_${id}(Controller):\n${indent(lines.join("\n"), 1)}\nclass Controller_${id}(Base_${id}):\n    path = "/c${id}"\n${indent(body, 1)}`);
  else module.add(`class Controller_${id}(Controller):\n    path = "/c${id}"\n${lines.length > 0 ? `${indent(lines.join("\n"), 1)}\n` : ""}${indent(body, 1)}`);
  const name = reachName(project, "from", main, module, `Controller_${id}`);
  return inRouter ? `Router(path="/", route_handlers=[${name}]${routerGuard === null ? "" : `, ${attached(project, main, routerGuard)}`})` : name;
}

function handlerText(project: PythonProject, module: PythonModule, { id, method, guard, inline, isOpen }: Handler): string {
  const options = [`"/h${id}"`, ...(isOpen ? ["is_open=True"] : []), ...(method === "delete" ? ["status_code=200"] : [])];
  let [body, parameters] = ["return {}", "self"];
  if (guard !== null && inline) {
    addFinding(module, guard.check);
    body = linesOf(guard.check, "request", "return {}");
    parameters = "self, request: Request";
  } else if (guard !== null) {
    options.push(attached(project, module, guard));
    // A dependency runs where the handler asks for it.
    if (guard.style === "dependency") parameters = `self, ${id % 4 === 0 ? "other: int = 1" : "known: object"}`;
  }
  return `@${method}(${options.join(", ")})\nasync def h${id}(${parameters}) -> dict:\n${indent(body, 1)}`;
}

/** Guards at four layers, hooks, dependencies, authentication with exclusions: who is let in is measured. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "litestar-guards",
  oracle: "litestar",
  plugins: [python, litestar],
  requirements: ["litestar==2.25.0"],
  generate: application,
  render,
  config: () => ({ application: "main:app", ...measured }),
  smaller: (description) => smaller(description, { fields: { guard: null, routerGuard: null, middleware: null, inherited: false, inRouter: false, inline: false, isOpen: false, style: "guard", reach: "from", exclude: "nothing", verification: simplestCheck.verification, decision: simplestCheck.decision, credential: simplestCheck.credential, status: simplestCheck.status } }),
});
