import fastapi from "@muster/plugin-fastapi";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { addFinding, checkLines, indent, measured, randomCheck, simplestCheck, type Check } from "../python/guard.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Guard = { readonly check: Check; readonly shape: "function" | "async" | "class" | "factory" | "chain" | "yield" | "scheme" | "optional scheme"; readonly reach: Reach };
type Middleware = { readonly check: Check; readonly style: "http" | "base" | "asgi"; readonly open: "nothing" | "exact" | "several" | "prefix" | "regex" | "contains" | "options" };
type Route = { readonly id: number; readonly method: "get" | "post" | "delete"; readonly guard: Guard | null; readonly by: "default" | "annotated" | "dependencies" | "below" | "above" | "inline" };
type Router = { readonly id: number; readonly guard: Guard | null; readonly by: "router" | "include" | "subclass" | "outer"; readonly routes: readonly Route[] };
type Application = { readonly guard: Guard | null; readonly middleware: Middleware | null; readonly routers: readonly Router[] };

function application(random: Random): Application {
  let ids = 0;
  const guard = (): Guard => ({ check: randomCheck(random, ++ids), shape: random.mostly<Guard["shape"]>(["function", "async", "class", "factory", "chain", "yield", "scheme", "optional scheme"]), reach: random.mostly(reaches) });
  const maybe = (probability: number): Guard | null => (random.chance(probability) ? guard() : null);
  const route = (): Route => ({ id: ++ids, method: random.pick(["get", "post", "delete"]), guard: maybe(0.7), by: random.mostly<Route["by"]>(["default", "annotated", "dependencies", "below", "above", "inline"]) });
  const router = (): Router => ({ id: ++ids, guard: maybe(0.3), by: random.pick(["router", "include", "subclass", "outer"]), routes: random.list(1, 4, route) });
  const middleware = (): Middleware => ({ check: randomCheck(random, ++ids), style: random.pick(["http", "base", "asgi"]), open: random.pick(["nothing", "exact", "several", "prefix", "regex", "contains", "options"]) });
  return { guard: maybe(0.1), middleware: random.chance(0.3) ? middleware() : null, routers: random.list(1, 3, router) };
}

const imports = "from functools import wraps\nfrom typing import Annotated\nfrom fastapi import APIRouter, Depends, FastAPI, HTTPException, Request\nfrom fastapi.responses import JSONResponse";

function render({ guard, middleware, routers }: Application): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  main.add(`import re\n${imports}\nfrom starlette.middleware.base import BaseHTTPMiddleware`);
  main.add(`app = FastAPI(openapi_url=None${guard === null ? "" : `, dependencies=[Depends(${dependency(project, main, guard)})]`})`);
  if (middleware !== null) addMiddleware(main, middleware, routers);
  for (const router of routers) addRouter(project, main, router);
  return project.sources();
}

function readOf({ credential }: Check, request = "request"): string {
  return credential === "cookie" ? `${request}.cookies.get("session")` : `${request}.headers.get("${credential}")`;
}

function raising({ status }: Check): string {
  return `raise HTTPException(status_code=${status})`;
}

/** Defines the guard in a module of its own, and yields what stands for it in another. */
function dependency(project: PythonProject, from: PythonModule, { check, shape, reach }: Guard): string {
  const { id, credential } = check;
  const name = `guard_${id}`;
  const module = project.module(`guards.part_${id}`);
  module.add(`from fastapi import Depends, HTTPException, Request, Security\nfrom fastapi.security import APIKeyCookie, APIKeyHeader`);
  addFinding(module, check);
  const lines = (read = readOf(check), pass = "return user"): string => checkLines(check, { read, refuse: raising(check), pass: check.decision === "early" ? "return True" : pass, method: "request.method" });
  const scheme = `${credential === "cookie" ? `APIKeyCookie(name="session"` : `APIKeyHeader(name="${credential}"`}, auto_error=${shape === "scheme" ? "True" : "False"})`;
  switch (shape) {
    case "function":
      module.add(`def ${name}(request: Request):\n${indent(lines(), 1)}`);
      break;
    case "async":
      module.add(`async def ${name}(request: Request):\n${indent(lines(), 1)}`);
      break;
    case "class":
      module.add(`class Guard_${id}:\n    def __init__(self, role):\n        self.role = role\n    def __call__(self, request: Request):\n${indent(lines(), 2)}\n${name} = Guard_${id}("admin")`);
      break;
    case "factory":
      module.add(`def make_${id}(role):\n    def check(request: Request):\n${indent(lines(), 2)}\n    return check\n${name} = make_${id}("admin")`);
      break;
    case "chain":
      module.add(`def value_${id}(request: Request):\n    return ${readOf(check)}\ndef first_${id}(request: Request, value=Depends(value_${id})):\n${indent(lines("value"), 1)}\ndef ${name}(user=Depends(first_${id})):\n    return user`);
      break;
    case "yield":
      module.add(`def ${name}(request: Request):\n${indent(lines(undefined, "yield user").replaceAll("return True", "yield True\nreturn"), 1)}`);
      break;
    case "scheme":
    case "optional scheme":
      module.add(`scheme_${id} = ${scheme}\ndef ${name}(request: Request, value=Security(scheme_${id})):\n${indent(lines("value"), 1)}`);
      break;
    default:
      shape satisfies never;
  }
  return reachName(project, reach, from, module, name);
}

function addMiddleware(main: PythonModule, { check, style, open }: Middleware, routers: readonly Router[]): void {
  const { id } = check;
  const [first, second] = routers.flatMap(({ id: router, routes }) => routes.map((route) => `/r${router}/x${route.id}`));
  const isOpen = {
    nothing: "False",
    exact: `path == "${first}"`,
    several: `path in ("${first}", "${second ?? "/health"}")`,
    prefix: `path.startswith("/r${routers[0]?.id}/")`,
    regex: `re.match(r"^/r${routers[0]?.id}/x\\d$", path)`,
    contains: `"${first?.slice(-1)}" in path`,
    options: `request.method == "OPTIONS"`,
  }[open];
  addFinding(main, check);
  const refuse = (answer: string): string => answer.replace("STATUS", String(check.status));
  const lines = (refusal: string, pass: string): string => `path = request.url.path\nif ${isOpen}:\n    ${pass}\n${checkLines(check, { read: readOf(check), refuse: refuse(refusal), pass, method: "request.method" })}`;
  const returned = "return JSONResponse({}, status_code=STATUS)";
  if (style === "http") main.add(`@app.middleware("http")\nasync def layer_${id}(request: Request, call_next):\n${indent(lines(returned, "return await call_next(request)"), 1)}`);
  else if (style === "base") main.add(`class Layer_${id}(BaseHTTPMiddleware):\n    async def dispatch(self, request, call_next):\n${indent(lines(returned, "return await call_next(request)"), 2)}\napp.add_middleware(Layer_${id})`);
  else main.add(`class Layer_${id}:\n    def __init__(self, app):\n        self.app = app\n    async def __call__(self, scope, receive, send):\n        if scope["type"] != "http":\n            return await self.app(scope, receive, send)\n        request = Request(scope)\n${indent(lines("return await JSONResponse({}, status_code=STATUS)(scope, receive, send)", "return await self.app(scope, receive, send)"), 2)}\napp.add_middleware(Layer_${id})`);
}

function addRouter(project: PythonProject, main: PythonModule, { id, guard, by, routes }: Router): void {
  const module = project.module(`routes.part_${id}`);
  module.add(imports);
  const attached = guard === null ? "" : `dependencies=[Depends(${dependency(project, by === "include" || by === "outer" ? main : module, guard)})]`;
  if (by === "subclass" && attached !== "") module.add(`class Router_${id}(APIRouter):\n    def __init__(self, **options):\n        super().__init__(${attached}, **options)\nrouter = Router_${id}()`);
  else module.add(`router = APIRouter(${by === "router" ? attached : ""})`);
  for (const route of routes) addRoute(project, module, route);
  const router = reachName(project, "alias", main, module, "router");
  if (by === "outer") main.add(`outer_${id} = APIRouter(${attached})\nouter_${id}.include_router(${router}, prefix="/r${id}")\napp.include_router(outer_${id})`);
  else main.add(`app.include_router(${router}, prefix="/r${id}"${by === "include" && attached !== "" ? `, ${attached}` : ""})`);
}

function addRoute(project: PythonProject, module: PythonModule, { id, method, guard, by }: Route): void {
  const path = `"/x${id}"`;
  const handler = `handle_${id}`;
  if (guard === null) return module.add(`@router.${method}(${path})\ndef ${handler}():\n    return {}`);
  const { check } = guard;
  if (by === "inline" || by === "below" || by === "above") addFinding(module, check);
  const lines = (pass: string): string => checkLines(check, { read: readOf(check), refuse: raising(check), pass, method: "request.method" });
  switch (by) {
    case "default":
      return module.add(`@router.${method}(${path})\ndef ${handler}(user=Depends(${dependency(project, module, guard)})):\n    return {}`);
    case "annotated":
      return module.add(`Known_${id} = Annotated[object, Depends(${dependency(project, module, guard)})]\n@router.${method}(${path})\ndef ${handler}(user: Known_${id}):\n    return {}`);
    case "dependencies":
      return module.add(`@router.${method}(${path}, dependencies=[Depends(${dependency(project, module, guard)})])\nasync def ${handler}():\n    return {}`);
    case "inline":
      return module.add(`@router.${method}(${path})\ndef ${handler}(request: Request):\n${indent(lines("return {}"), 1)}`);
    case "below":
    case "above": {
      module.add(`def deco_${id}(fn):\n    @wraps(fn)\n    def inner(request: Request):\n${indent(lines("return fn(request)"), 2)}\n    return inner`);
      const decorators = by === "below" ? `@router.${method}(${path})\n@deco_${id}` : `@deco_${id}\n@router.${method}(${path})`;
      return module.add(`${decorators}\ndef ${handler}(request: Request):\n    return {}`);
    }
    default:
      return by satisfies never;
  }
}

/** Guards of every kind at every layer, right and wrong: who is let in is measured. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "fastapi-guards",
  oracle: "fastapi",
  plugins: [python, fastapi],
  requirements: ["fastapi==0.165.0", "pydantic==2.14.3", "starlette==1.10.0"],
  generate: application,
  render,
  config: () => ({ application: "main:app", ...measured }),
  smaller: (description) => smaller(description, { fields: { guard: null, middleware: null, shape: "function", reach: "from", by: "default", open: "nothing", style: "http", ...simplestCheck } }),
});
