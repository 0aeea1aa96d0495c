import { expect, test } from "vitest";
import { endpointOf, routesOf, type Sources } from "@muster/plugin-tester/sources";
import { linkSources } from "./test-support/link-sources.ts";

async function routes(code: string, others: Sources = {}): Promise<string[]> {
  const head = "from fastapi import APIRouter, Depends, FastAPI\napp = FastAPI(openapi_url=None)\n";
  return routesOf(await linkSources({ "main.py": head + code, ...others }));
}

const twice = `
router = APIRouter(prefix="/r")
@router.get("/x")
def x(): pass
`;

test("prefixes of router and include are joined", async () => {
  expect(await routes(`${twice}app.include_router(router, prefix="/v1")`)).toEqual(["GET /v1/r/x"]);
});

test("a router that is included twice is served twice", async () => {
  expect(await routes(`${twice}app.include_router(router, prefix="/v1")\napp.include_router(router, prefix="/v2")`)).toEqual(["GET /v1/r/x", "GET /v2/r/x"]);
});

test("a router that nobody includes is not served, and is listed as unresolved", async () => {
  const model = await linkSources({ "main.py": `from fastapi import APIRouter, FastAPI\napp = FastAPI(openapi_url=None)\n@app.get("/y")\ndef y(): pass\n${twice}` });
  expect(routesOf(model)).toEqual(["GET /y"]);
  expect(model.coverage.unresolved).toEqual([expect.objectContaining({ what: "mount", reason: expect.stringContaining("main.router with 1 route ") })]);
});

test("a router that includes itself ends, with a reason", async () => {
  const model = await linkSources({ "main.py": `from fastapi import APIRouter, FastAPI\napp = FastAPI(openapi_url=None)\n${twice}router.include_router(router)\napp.include_router(router)\n` });
  expect(routesOf(model)).toContain("GET /r/x");
  expect(model.coverage.unresolved.map((one) => one.reason)).toContain("a router that includes itself");
});

test("routers that include each other end", async () => {
  expect(await routes(`a = APIRouter(prefix="/a")\nb = APIRouter(prefix="/b")\n@a.get("/x")\ndef x(): pass\na.include_router(b)\nb.include_router(a)\napp.include_router(a)`)).toContain("GET /a/x");
});

test("routers in a list, by a loop", async () => {
  expect(await routes(`routers = []\nfor name in ("a", "b"):\n    r = APIRouter(prefix=f"/{name}")\n    @r.get("/x")\n    def x(): pass\n    routers.append(r)\nfor r in routers:\n    app.include_router(r)`)).toEqual(["GET /a/x", "GET /b/x"]);
});

test("routers that pkgutil finds", async () => {
  const router = (name: string): string => `from fastapi import APIRouter\nrouter = APIRouter(prefix="/${name}")\n@router.get("/x")\ndef x(): pass\n`;
  expect(await routes(`import importlib, pkgutil, routers\nfor info in pkgutil.iter_modules(routers.__path__):\n    app.include_router(importlib.import_module(f"routers.{info.name}").router)`, { "routers/__init__.py": "", "routers/a.py": router("a"), "routers/b.py": router("b") })).toEqual(["GET /a/x", "GET /b/x"]);
});

test("a path that an enumeration holds", async () => {
  expect(await routes(`from enum import StrEnum\nclass P(StrEnum):\n    X = "/x"\n@app.get(P.X)\ndef x(): pass\n@app.post(f"/y{P.X}")\ndef y(): pass`)).toEqual(["GET /x", "POST /y/x"]);
});

test("several methods of one route", async () => {
  expect(await routes(`@app.api_route("/x", methods=["GET", "PUT"])\ndef x(): pass`)).toEqual(["GET /x", "PUT /x"]);
});

test("methods that are not known are an unresolved route and no guess", async () => {
  const model = await linkSources({ "main.py": `from fastapi import FastAPI\nimport conf\napp = FastAPI(openapi_url=None)\n@app.api_route("/x", methods=conf.METHODS)\ndef x(): pass\n` });
  expect(routesOf(model)).toEqual([]);
  expect(model.coverage.unresolved).toEqual([expect.objectContaining({ what: "route" })]);
  expect(model.coverage.routes.unresolved).toBe(1);
});

test("a prefix that is not known is counted and shown as a hole", async () => {
  const model = await linkSources({ "main.py": `from fastapi import APIRouter, FastAPI\nimport conf\napp = FastAPI(openapi_url=None)\n${twice}app.include_router(router, prefix=conf.PREFIX)\n` });
  expect(routesOf(model)).toEqual(["GET /{?}/r/x"]);
  expect(model.coverage.mounts.unresolved).toBe(1);
});

test("a router that is not known is counted", async () => {
  const model = await linkSources({ "main.py": `from fastapi import FastAPI\nimport conf\napp = FastAPI(openapi_url=None)\napp.include_router(conf.router)\n@app.get("/x")\ndef x(): pass\n` });
  expect(routesOf(model)).toEqual(["GET /x"]);
  expect(model.coverage.mounts.unresolved).toBe(1);
});

test("a condition on a setting is told with the endpoint, in both branches", async () => {
  const model = await linkSources({ "main.py": `from fastapi import FastAPI\nfrom pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    debug: bool = False\ns = S()\napp = FastAPI(openapi_url=None)\nif s.debug:\n    @app.get("/debug")\n    def d(): pass\nelse:\n    @app.get("/plain")\n    def p(): pass\n@app.get("/x")\ndef x(): pass\n` });
  expect(endpointOf(model, "GET /debug").conditions).toMatchObject([{ text: "s.debug", holds: true }]);
  expect(endpointOf(model, "GET /plain").conditions).toMatchObject([{ text: "s.debug", holds: false }]);
  expect(endpointOf(model, "GET /x").conditions).toEqual([]);
});

test("of two routes of one method and path the first answers", async () => {
  const model = await linkSources({ "main.py": `from fastapi import Depends, FastAPI\nfrom fastapi.security import HTTPBearer\nscheme = HTTPBearer()\napp = FastAPI(openapi_url=None)\n@app.get("/x")\ndef first(): pass\n@app.get("/x", dependencies=[Depends(scheme)])\ndef second(): pass\n` });
  expect(endpointOf(model, "GET /x")).toMatchObject({ posture: "public", handler: { symbol: "main.first" } });
});

test("of two routes of one method and path a condition decides, and the open one counts", async () => {
  const model = await linkSources({ "main.py": `import os\nfrom fastapi import Depends, FastAPI\nfrom fastapi.security import HTTPBearer\nscheme = HTTPBearer()\napp = FastAPI(openapi_url=None)\nif os.getenv("X"):\n    @app.get("/x", dependencies=[Depends(scheme)])\n    def closed(): pass\n@app.get("/x")\ndef opened(): pass\n` });
  expect(endpointOf(model, "GET /x")).toMatchObject({ posture: "public", handler: { symbol: "main.opened" } });
});

test("two services with the same modules are two applications", async () => {
  const service = (name: string): Sources => ({ [`${name}/app/__init__.py`]: "", [`${name}/app/main.py`]: "from fastapi import FastAPI\nfrom app.api import router\napp = FastAPI(openapi_url=None)\napp.include_router(router)\n", [`${name}/app/api.py`]: `from fastapi import APIRouter\nrouter = APIRouter(prefix="/${name}")\n@router.get("/x")\ndef x(): pass\n` });
  const model = await linkSources({ ...service("one"), ...service("two") });
  expect(model.applications.map((one) => one.folder)).toEqual(["one", "two"]);
  expect(model.endpoints.map((one) => one.path).sort()).toEqual(["/one/x", "/two/x"]);
  expect(new Set(model.endpoints.map((one) => one.application)).size).toBe(2);
});

test("of two services with the same names, a closed endpoint does not stand for the open one", async () => {
  const service = (folder: string, dependencies: string): Sources => ({ [`${folder}/app/__init__.py`]: "", [`${folder}/app/main.py`]: `from fastapi import Depends, FastAPI\nfrom fastapi.security import HTTPBearer\nscheme = HTTPBearer()\napp = FastAPI(openapi_url=None, dependencies=[${dependencies}])\n@app.get("/x")\ndef x(): pass\n` });
  const model = await linkSources({ ...service("one", "Depends(scheme)"), ...service("two", "") });
  expect(model.endpoints.map((one) => [one.span.path, one.posture]).sort()).toEqual([
    ["one/app/main.py", "protected"],
    ["two/app/main.py", "public"],
  ]);
});

test("a factory that is called with and without a guard makes two applications", async () => {
  const model = await linkSources({ "main.py": `from fastapi import Depends, FastAPI\nfrom fastapi.security import HTTPBearer\nscheme = HTTPBearer()\ndef make(guards):\n    app = FastAPI(openapi_url=None, dependencies=guards)\n    @app.get("/x")\n    def x(): pass\n    return app\ninside = make([Depends(scheme)])\noutside = make([])\n` });
  expect(model.applications.map((one) => one.name)).toEqual(["main:inside", "main:outside"]);
  expect(model.endpoints.map((one) => one.posture).sort()).toEqual(["protected", "public"]);
});

test("a factory that is called twice with the same makes one application", async () => {
  const model = await linkSources({ "main.py": `from fastapi import FastAPI\ndef make():\n    app = FastAPI(openapi_url=None)\n    @app.get("/x")\n    def x(): pass\n    return app\none = make()\ntwo = make()\n` });
  expect(model.applications).toHaveLength(1);
});

test("parameters are told by where they come from", async () => {
  const model = await linkSources({ "main.py": `from fastapi import Cookie, Depends, FastAPI, Header\nfrom pydantic import BaseModel\nclass Body(BaseModel):\n    a: int\ndef dep(): pass\napp = FastAPI(openapi_url=None)\n@app.post("/x/{id}")\ndef x(id: int, body: Body, q: str = "", x_key: str = Header(), sid: str = Cookie(None), d=Depends(dep)): pass\n` });
  expect(endpointOf(model, "POST /x/{id}").parameters).toEqual([
    { name: "body", in: "body", required: true },
    { name: "sid", in: "cookie", required: false },
    { name: "x-key", in: "header", required: true },
    { name: "id", in: "path", required: true },
    { name: "q", in: "query", required: false },
  ]);
});

const starlette = `from starlette.applications import Starlette
from starlette.routing import Mount, Route, Router
async def x(request): pass
async def y(request): pass
`;

test("what is added to a router is in its list of routes, which code may hand on, walk and extend", async () => {
  const code = `${starlette}inner = Router()
inner.add_route("/x", x)
outer = Router()
outer.mount("/a", app=inner, name="a")
for route in outer.routes:
    if isinstance(route, Mount) and route.path == "/a":
        route.routes.extend([Route("/y", y)])
app = Starlette(routes=outer.routes)
`;
  expect(routesOf(await linkSources({ "main.py": code }))).toEqual(["GET /a/x", "GET /a/y"]);
});

test("routes that are taken out of the list are not served", async () => {
  expect(await routes(`@app.get("/x")\ndef x(): pass\n@app.get("/y")\ndef y(): pass\napp.router.routes = [route for route in app.routes if route.path != "/x"]`)).toEqual(["GET /y"]);
});

test("a router of the repository's own that registers through Starlette's", async () => {
  const code = `${starlette}class Own(Router):
    def __init__(self, prefix=""):
        self.prefix = prefix
        super().__init__()
    def post(self, path):
        def decorator(func):
            async def wrapper(request):
                return await func(request=request)
            self.add_route(path=self.prefix + path, endpoint=wrapper, methods=["POST"])
            return wrapper
        return decorator
    def include(self, router, prefix=""):
        for route in self.routes:
            if isinstance(route, Mount) and route.path == self.prefix + prefix:
                route.routes.extend(router.routes)
                return
        self.mount(path=self.prefix + prefix, app=router)
def build(base):
    root = Own(prefix=base)
    for part in (a, b):
        root.include(part, prefix="/api")
    return root.routes
a = Own()
b = Own()
@a.post("/a")
async def a_handler(*, request): pass
@b.post("/b")
async def b_handler(*, request): pass
app = Starlette(routes=build("/base"))
`;
  expect(routesOf(await linkSources({ "main.py": code }))).toEqual(["POST /base/api/a", "POST /base/api/b"]);
});

test("a list of routes that no application takes is unresolved", async () => {
  const model = await linkSources({ "main.py": `${starlette}app = Starlette(routes=[Route("/x", x)])\nothers = [Route("/y", y)]\n` });
  expect(model.coverage.unresolved).toEqual([expect.objectContaining({ what: "mount", reason: expect.stringContaining("the list main.others with 1 route ") })]);
});

test("a path whose prefix comes from a setting says that the environment may replace it", async () => {
  const model = await linkSources({ "main.py": `import os\nfrom fastapi import FastAPI\napp = FastAPI(openapi_url=None)\nP = os.getenv("PREFIX", "/v1")\n@app.get(P + "/a")\ndef a(): ...\n@app.get("/b")\ndef b(): ...\n` });
  expect(model.endpoints.map(({ path, environmentDefault }) => [path, environmentDefault])).toEqual([["/b", undefined], ["/v1/a", true]]);
});

test("each of the prefixes that callers give a factory is a path of its own", async () => {
  const factory = `from fastapi import FastAPI\ndef create(base):\n    app = FastAPI(openapi_url=None)\n    @app.get(base + "/x")\n    def x(): pass\n    return app\n`;
  expect(routesOf(await linkSources({ "web.py": factory, "start.py": `# fastapi\nfrom web import create\ndef one():\n    return create("/a")\ndef two():\n    return create("/b")\n` }))).toEqual(["GET /a/x", "GET /b/x"]);
});
