import fastapi from "@muster/plugin-fastapi";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { addFinding, checkLines, indent, measured, randomCheck, simplestCheck, type Check } from "../python/guard.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Answer = "raised" | "response" | "redirect";
type Style = "base" | "asgi" | "backend" | "silent backend";
type Layer = { readonly check: Check; readonly style: Style; readonly answer: Answer; readonly open: "nothing" | "exact" | "prefix" | "regex" | "end" };
type Route = { readonly id: number; readonly method: "GET" | "POST"; readonly guard: Check | null; readonly answer: Answer; readonly by: "decorator" | "inline" | "dispatch" | "requires" | "requires redirect" | "layer" | "wrapped" };
type Mount = { readonly id: number; readonly layer: Layer | null; readonly wrapped: boolean; readonly routes: readonly Route[] };
type Application = { readonly layer: Layer | null; readonly people: boolean; readonly mounts: readonly Mount[] };

function application(random: Random): Application {
  let ids = 0;
  const answer = (): Answer => random.pick(["raised", "response", "redirect"]);
  const layer = (): Layer => ({ check: randomCheck(random, ++ids), style: random.pick(["base", "asgi", "asgi", "backend", "silent backend"]), answer: random.pick(["response", "redirect"]), open: random.pick(["nothing", "exact", "prefix", "regex", "end"]) });
  const route = (): Route => ({ id: ++ids, method: random.pick(["GET", "POST"]), guard: random.chance(0.7) ? randomCheck(random, ++ids) : null, answer: answer(), by: random.pick(["decorator", "inline", "dispatch", "requires", "requires redirect", "layer", "wrapped"]) });
  const mount = (): Mount => ({ id: ++ids, layer: random.chance(0.3) ? layer() : null, wrapped: random.chance(0.2), routes: random.list(1, 3, route) });
  return { layer: random.chance(0.2) ? layer() : null, people: random.chance(0.6), mounts: random.list(1, 3, mount) };
}

const imports = `import re
from functools import wraps
from starlette.applications import Starlette
from starlette.authentication import AuthCredentials, AuthenticationBackend, AuthenticationError, SimpleUser, requires
from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Mount, Route`;

function render({ layer, people, mounts }: Application): Sources {
  const project = new PythonProject();
  const main = project.module("main");
  main.add(`async def login(request):\n    return JSONResponse({})`);
  const paths = mounts.flatMap(({ id, routes }) => routes.map((route) => `/m${id}/r${route.id}`));
  const layers: string[] = [];
  // Who calls, for `requires`: nobody is turned away by it.
  if (people) {
    main.add(`class People(AuthenticationBackend):\n    async def authenticate(self, conn):\n        if conn.headers.get("authorization") not in ("secret", "Bearer secret"):\n            return None\n        return AuthCredentials(["authenticated"]), SimpleUser("root")`);
    layers.push("Middleware(AuthenticationMiddleware, backend=People())");
  }
  if (layer !== null) layers.push(addLayer(main, layer, paths));
  const mounted = mounts.map((mount) => addMount(main, mount, people));
  main.add(`app = Starlette(routes=[Route("/login", login, name="login"), ${mounted.join(", ")}], middleware=[${layers.join(", ")}])`);
  main.head(imports);
  return project.sources();
}

function readOf({ credential }: Check, request = "request"): string {
  return credential === "cookie" ? `${request}.cookies.get("session")` : `${request}.headers.get("${credential}")`;
}

function refuseOf({ status }: Check, answer: Answer): string {
  return { raised: `raise HTTPException(status_code=${status})`, response: `return JSONResponse({}, status_code=${status})`, redirect: `return RedirectResponse("/login")` }[answer];
}

function lines(check: Check, answer: Answer, pass: string): string {
  return checkLines(check, { read: readOf(check), refuse: refuseOf(check, answer), pass, method: "request.method" });
}

/** Yields a `Middleware(…)`. */
function addLayer(main: PythonModule, { check, style, answer, open }: Layer, paths: readonly string[]): string {
  const { id } = check;
  const [first] = paths;
  addFinding(main, check);
  if (style === "backend" || style === "silent backend") {
    const refuse = style === "backend" ? `raise AuthenticationError("no")` : "return None";
    main.add(`class Backend_${id}(AuthenticationBackend):\n    async def authenticate(self, conn):\n${indent(checkLines(check, { read: readOf(check, "conn"), refuse, pass: `return AuthCredentials(["authenticated"]), SimpleUser("root")`, method: `conn.scope["method"]` }), 2)}\ndef refused_${id}(conn, error):\n    return JSONResponse({}, status_code=401)`);
    return `Middleware(AuthenticationMiddleware, backend=Backend_${id}(), on_error=refused_${id})`;
  }
  const isOpen = { nothing: "False", exact: `path == "${first}"`, prefix: `path.startswith("${first?.slice(0, -1)}")`, regex: `re.fullmatch(r"/m\\d+/r${first?.slice(-1)}", path)`, end: `path.endswith("${first?.slice(-2)}")` }[open];
  const asked = (pass: string): string => `path = request.url.path\nif ${isOpen}:\n    ${pass}\n`;
  if (style === "base") {
    main.add(`class Layer_${id}(BaseHTTPMiddleware):\n    async def dispatch(self, request, call_next):\n${indent(asked("return await call_next(request)") + lines(check, answer === "raised" ? "response" : answer, "return await call_next(request)"), 2)}`);
    return `Middleware(Layer_${id})`;
  }
  const refuse = answer === "redirect" ? `return await RedirectResponse("/login")(scope, receive, send)` : `return await JSONResponse({}, status_code=${check.status})(scope, receive, send)`;
  const pass = "return await self.app(scope, receive, send)";
  main.add(`class Layer_${id}:\n    def __init__(self, app, role="admin"):\n        self.app = app\n    async def __call__(self, scope, receive, send):\n        if scope["type"] != "http":\n            ${pass}\n        request = Request(scope)\n${indent(asked(pass) + checkLines(check, { read: readOf(check), refuse, pass, method: "request.method" }), 2)}`);
  return `Middleware(Layer_${id}, role="root")`;
}

function addMount(main: PythonModule, { id, layer, wrapped, routes }: Mount, people: boolean): string {
  const list = `[${routes.map((route) => addRoute(main, route, people)).join(", ")}]`;
  const paths = routes.map((route) => `/m${id}/r${route.id}`);
  if (layer === null) return `Mount("/m${id}", routes=${list})`;
  const middleware = addLayer(main, layer, paths);
  return wrapped ? `Mount("/m${id}", app=Starlette(routes=${list}, middleware=[${middleware}]))` : `Mount("/m${id}", routes=${list}, middleware=[${middleware}])`;
}

function addRoute(main: PythonModule, { id, method, guard: check, answer, by }: Route, people: boolean): string {
  const name = `handle_${id}`;
  const route = (target: string, more = ""): string => `Route("/r${id}", ${target}, methods=["${method}"]${more})`;
  const plain = `async def ${name}(request):\n    return JSONResponse({})`;
  if (check === null || ((by === "requires" || by === "requires redirect") && !people)) {
    main.add(plain);
    return route(name);
  }
  switch (by) {
    case "decorator":
      addFinding(main, check);
      main.add(`def deco_${id}(fn):\n    @wraps(fn)\n    async def inner(request):\n${indent(lines(check, answer, "return await fn(request)"), 2)}\n    return inner\n@deco_${id}\n${plain}`);
      return route(name);
    case "inline":
      addFinding(main, check);
      main.add(`async def ${name}(request):\n${indent(lines(check, answer, "return JSONResponse({})"), 1)}`);
      return route(name);
    case "dispatch": {
      addFinding(main, check);
      const verb = method.toLowerCase();
      main.add(`class Base_${id}(HTTPEndpoint):\n    async def ${verb}(self, request):\n${indent(lines(check, answer, "return await self.answer(request)"), 2)}\nclass End_${id}(Base_${id}):\n    async def answer(self, request):\n        return JSONResponse({})`);
      return `Route("/r${id}", End_${id})`;
    }
    case "requires":
      main.add(`@requires("authenticated", status_code=${check.status})\n${plain}`);
      return route(name);
    case "requires redirect":
      main.add(`@requires(["authenticated"], redirect="login")\n${plain}`);
      return route(name);
    case "layer": {
      main.add(plain);
      const middleware = addLayer(main, { check, style: id % 2 === 0 ? "asgi" : "base", answer, open: "nothing" }, [`/r${id}`]);
      return route(name, `, middleware=[${middleware}]`);
    }
    case "wrapped":
      addFinding(main, check);
      main.add(`class Checked_${id}:\n    def __init__(self, fn):\n        self.fn = fn\n    async def __call__(self, request):\n${indent(lines(check, answer, "return await self.fn(request)"), 2)}\n${plain}\nasync def outer_${id}(request):\n    return await Checked_${id}(${name})(request)`);
      return route(`outer_${id}`);
    default:
      return by satisfies never;
  }
}

/** Middleware at every layer with open paths, `requires`, decorators, endpoint classes: who is let in is measured. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "starlette-guards",
  oracle: "starlette",
  plugins: [python, fastapi],
  requirements: ["starlette==1.10.0"],
  generate: application,
  render,
  config: () => ({ application: "main:app", ...measured }),
  smaller: (description) => smaller(description, { fields: { guard: null, layer: null, people: false, wrapped: false, answer: "response", by: "inline", open: "nothing", style: "base", verification: simplestCheck.verification, decision: simplestCheck.decision, credential: simplestCheck.credential } }),
});
