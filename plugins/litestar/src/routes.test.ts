import { expect, test } from "vitest";
import { endpointOf, routesOf } from "@muster/plugin-tester/sources";
import { linkSources } from "./test-support/link-sources.ts";

const head = `from litestar import Controller, Litestar, Router, asgi, get, post, route
from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException
`;

async function routes(code: string): Promise<string[]> {
  return routesOf(await linkSources({ "main.py": `${head}${code}` }));
}

test("one controller that is registered twice is served twice", async () => {
  expect(await routes(`class C(Controller):\n    path = "/c"\n    @get("/x")\n    async def x(self) -> None: ...\na = Router("/a", route_handlers=[C])\nb = Router("/b", route_handlers=[C])\napp = Litestar([a, b], openapi_config=None)`)).toEqual(["GET /a/c/x", "GET /b/c/x"]);
});

test("a handler that a subclass overrides by something else is not served", async () => {
  expect(await routes(`class C(Controller):\n    @get("/x")\n    async def x(self) -> None: ...\n    @get("/y")\n    async def y(self) -> None: ...\nclass D(C):\n    x = None\napp = Litestar([D], openapi_config=None)`)).toEqual(["GET /y"]);
});

test("methods as members of the framework's enumeration, alone and in a list", async () => {
  expect(await routes(`from litestar.enums import HttpMethod\n@route("/x", http_method=HttpMethod.PUT)\nasync def x() -> None: ...\n@route("/y", http_method=[HttpMethod.GET, "POST"])\nasync def y() -> None: ...\napp = Litestar([x, y], openapi_config=None)`)).toEqual(["GET /y", "POST /y", "PUT /x"]);
});

test("handlers made by a function of the repository's own", async () => {
  expect(await routes(`from functools import partial\nread = partial(get, include_in_schema=False)\ndef made(path):\n    @read(path)\n    async def handler() -> None: ...\n    return handler\napp = Litestar([made(f"/{name}") for name in ("a", "b")], openapi_config=None)`)).toEqual(["GET /a", "GET /b"]);
});

test("the document is served below its path, and a controller of one's own replaces its sites", async () => {
  const all = ["GET /docs", "GET /docs/elements", "GET /docs/oauth2-redirect.html", "GET /docs/openapi.json", "GET /docs/openapi.yaml", "GET /docs/openapi.yml", "GET /docs/rapidoc", "GET /docs/redoc", "GET /docs/swagger"];
  expect(await routes(`from litestar.openapi import OpenAPIConfig\napp = Litestar([], openapi_config=OpenAPIConfig(title="t", version="1", path="/docs"))`)).toEqual([...all, "GET /docs/{path}"]);
  expect(await routes(`from litestar.openapi import OpenAPIConfig, OpenAPIController\nclass Docs(OpenAPIController):\n    path = "/docs"\napp = Litestar([], openapi_config=OpenAPIConfig(title="t", version="1", openapi_controller=Docs))`)).toEqual(all);
});

test("routes that are registered when the server starts", async () => {
  expect(await routes(`@get("/x")\nasync def x() -> None: ...\nasync def start(app: Litestar) -> None:\n    app.register(x)\napp = Litestar([], on_startup=[start], openapi_config=None)`)).toEqual(["GET /x"]);
});

test("what is registered under a condition carries it", async () => {
  const model = await linkSources({ "main.py": `${head}import os\n@get("/x")\nasync def x() -> None: ...\nhandlers = []\nif os.environ.get("DEBUG"):\n    handlers.append(x)\napp = Litestar(handlers, openapi_config=None)` });
  expect(endpointOf(model, "GET /x").conditions).toEqual([expect.objectContaining({ text: `os.environ.get("DEBUG")`, holds: true })]);
});

test("a plugin from outside the repository is named: what it registers is not known", async () => {
  const model = await linkSources({ "main.py": `${head}from somewhere import UsersPlugin\n@get("/x")\nasync def x() -> None: ...\napp = Litestar([x], plugins=[UsersPlugin()], openapi_config=None)` });
  expect(routesOf(model)).toEqual(["GET /x"]);
  expect(model.coverage.unresolved).toEqual([expect.objectContaining({ what: "mount", reason: expect.stringContaining("somewhere.UsersPlugin") })]);
});

test("a controller that nobody registers is unresolved, and a base of others is not", async () => {
  const model = await linkSources({ "main.py": `${head}class Base(Controller):\n    @get("/x")\n    async def x(self) -> None: ...\nclass Used(Base):\n    path = "/u"\nclass Lost(Controller):\n    @get("/y")\n    async def y(self) -> None: ...\napp = Litestar([Used], openapi_config=None)` });
  expect(routesOf(model)).toEqual(["GET /u/x"]);
  expect(model.coverage.unresolved).toEqual([expect.objectContaining({ what: "mount", reason: expect.stringContaining("the controller main.Lost with 1 route ") })]);
});

test("no place of a library module is shown", async () => {
  const model = await linkSources({ "main.py": `${head}from litestar.openapi import OpenAPIConfig, OpenAPIController\nfrom litestar.static_files import create_static_files_router\nclass Docs(OpenAPIController):\n    path = "/docs"\napp = Litestar([create_static_files_router("/s", ["."])], openapi_config=OpenAPIConfig(title="t", version="1", openapi_controller=Docs))\nother = Litestar([])` });
  expect(model.endpoints.length).toBeGreaterThan(15);
  expect(JSON.stringify({ endpoints: model.endpoints, applications: model.applications, coverage: model.coverage })).not.toContain("<library>");
});

test("a path of the application that a setting gives is one path, that the environment may replace", async () => {
  const model = await linkSources({ "main.py": `${head}import os\n@get("/x")\nasync def x() -> None: ...\napp = Litestar([x], path=os.getenv("ROOT", "/api"), openapi_config=None)` });
  expect(model.endpoints.map(({ path, environmentDefault }) => [path, environmentDefault])).toEqual([["/api/x", true]]);
});

test("a condition stays with what is handed on by *", async () => {
  const model = await linkSources({ "main.py": `${head}import os\n@get("/x")\nasync def x() -> None: ...\nhandlers = []\nif os.environ.get("DEBUG"):\n    handlers.append(x)\nclass Own(Router):\n    def __init__(self, *given):\n        super().__init__("/o", route_handlers=given)\napp = Litestar([Own(*handlers)], openapi_config=None)` });
  expect(endpointOf(model, "GET /o/x").conditions).toEqual([expect.objectContaining({ text: `os.environ.get("DEBUG")`, holds: true })]);
});

test("an application under the framework's former name", async () => {
  const model = await linkSources({ "main.py": `from starlite import ASGIConnection, BaseRouteHandler, Controller, NotAuthorizedException, Provide, Starlite, get\nimport os\nTOKEN = os.environ["TOKEN"]\ndef guard(connection: ASGIConnection, _: BaseRouteHandler) -> None:\n    if connection.headers.get("authorization") != TOKEN:\n        raise NotAuthorizedException()\nclass C(Controller):\n    path = "/c"\n    @get("/{number:int}", guards=[guard])\n    def kept(self, number: int) -> None: ...\n    @get("/open")\n    def opened(self) -> None: ...\napp = Starlite(route_handlers=[C], openapi_config=None)` });
  expect(model.endpoints.map(({ method, path, posture }) => `${method} ${path} ${posture}`)).toEqual(["GET /c/open public", "GET /c/{number} protected"]);
});

test("metrics are served by the framework's controller, and its middleware is no guard", async () => {
  const model = await linkSources({ "main.py": `${head}from litestar.plugins.prometheus import PrometheusConfig, PrometheusController\n@get("/x")\nasync def x() -> None: ...\napp = Litestar([PrometheusController, x], middleware=[PrometheusConfig().middleware], openapi_config=None)` });
  expect(model.endpoints.map(({ method, path, posture }) => `${method} ${path} ${posture}`)).toEqual(["GET /metrics public", "GET /x public"]);
});
