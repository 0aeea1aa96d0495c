import type { LinkedModel } from "@muster/contract";
import { endpointOf, linkSources, routesOf, type Sources } from "@muster/plugin-tester/sources";
import django from "@muster/plugin-django";
import flask from "@muster/plugin-flask";
import litestar from "@muster/plugin-litestar";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import fastapi from "./index.ts";

const link = (sources: Sources): Promise<LinkedModel> => linkSources([python, fastapi, flask, django, litestar], sources);

const legacy = `from flask import Flask, abort, request
legacy = Flask(__name__, static_folder=None)
@legacy.get("/open")
def opened(): return "open"
@legacy.post("/kept/<int:number>")
def kept(number):
    if request.headers.get("Authorization") != TOKEN:
        abort(401)
    return "kept"
`;

const gate = `
@app.middleware("http")
async def gate(request, call_next):
    if request.headers.get("authorization") != TOKEN:
        return JSONResponse({}, status_code=401)
    return await call_next(request)
`;

const outer = (adapter: string, more = ""): string => `from fastapi import FastAPI
from fastapi.responses import JSONResponse
from ${adapter} import WSGIMiddleware
from legacy import legacy
import os
TOKEN = os.environ["TOKEN"]
app = FastAPI(openapi_url=None)
${more}
@app.get("/new")
async def new(): ...
app.mount("/legacy", WSGIMiddleware(legacy))
`;

test.each(["starlette.middleware.wsgi", "fastapi.middleware.wsgi", "a2wsgi"])("a Flask application behind %s is served below its mount, and not by itself", async (adapter) => {
  const model = await link({ "legacy.py": `import os\nTOKEN = os.environ["TOKEN"]\n${legacy}`, "main.py": outer(adapter) });
  expect(model.applications.map(({ name }) => name)).toEqual(["main:app"]);
  expect(routesOf(model)).toEqual(["GET /legacy/open", "GET /new", "POST /legacy/kept/{number}"]);
  expect(endpointOf(model, "GET /legacy/open").posture).toBe("public");
  expect(endpointOf(model, "POST /legacy/kept/{number}").posture).toBe("protected");
});

test("middleware around the mount guards what is mounted", async () => {
  const model = await link({ "legacy.py": `import os\nTOKEN = os.environ["TOKEN"]\n${legacy}`, "main.py": outer("a2wsgi", gate) });
  expect(model.endpoints.map(({ path, posture }) => `${path} ${posture}`).sort()).toEqual(["/legacy/kept/{number} protected", "/legacy/open protected", "/new protected"]);
});

test("dependencies of the outer application do not reach what is mounted", async () => {
  const guarded = outer("a2wsgi").replace("FastAPI(openapi_url=None)", "FastAPI(openapi_url=None, dependencies=[Depends(HTTPBearer())])").replace("import FastAPI\n", "import Depends, FastAPI\nfrom fastapi.security import HTTPBearer\n");
  const model = await link({ "legacy.py": `import os\nTOKEN = os.environ["TOKEN"]\n${legacy}`, "main.py": guarded });
  expect(endpointOf(model, "GET /new").posture).toBe("protected");
  expect(endpointOf(model, "GET /legacy/open").posture).toBe("public");
});

test("a mount under a condition carries it to what is mounted", async () => {
  const model = await link({ "legacy.py": `TOKEN = 1\n${legacy}`, "main.py": outer("a2wsgi").replace("app.mount(", `if os.environ.get("OLD"):\n    app.mount(`) });
  expect(endpointOf(model, "GET /legacy/open").conditions).toEqual([expect.objectContaining({ text: `os.environ.get("OLD")`, holds: true })]);
});

test("a Litestar application in a Starlette one, and a Starlette one in a Litestar one", async () => {
  const inner = `from litestar import Litestar, get\n@get("/x")\nasync def x() -> None: ...\ninner = Litestar([x], openapi_config=None)\n`;
  expect(routesOf(await link({ "inner.py": inner, "main.py": `from starlette.applications import Starlette\nfrom starlette.routing import Mount\nfrom inner import inner\napp = Starlette(routes=[Mount("/l", app=inner)])\n` }))).toEqual(["GET /l/x"]);
  const starlette = `from starlette.applications import Starlette\nfrom starlette.routing import Route\nasync def x(request): ...\ninner = Starlette(routes=[Route("/x", x)])\n`;
  expect(routesOf(await link({ "inner.py": starlette, "main.py": `from litestar import Litestar, asgi\nfrom inner import inner\nmounted = asgi("/s", is_mount=True)(inner)\napp = Litestar([mounted], openapi_config=None)\n` }))).toEqual(["GET /s/x"]);
});

test("a Django project below a mount", async () => {
  const model = await link({
    "manage.py": `import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n`,
    "shop/__init__.py": "",
    "shop/settings.py": `ROOT_URLCONF = "shop.urls"\nINSTALLED_APPS = []\nMIDDLEWARE = []\n`,
    "shop/urls.py": `from django.urls import path\ndef home(request): ...\nurlpatterns = [path("home/", home)]\n`,
    "main.py": `from django.core.asgi import get_asgi_application\nfrom fastapi import FastAPI\napp = FastAPI(openapi_url=None)\napp.mount("/shop", get_asgi_application())\n`,
  });
  expect(model.applications.map(({ name }) => name)).toEqual(["main:app"]);
  expect(model.endpoints.map(({ path }) => path)).toContain("/shop/home/");
});

test("what no framework knows is unresolved, and not called public", async () => {
  const model = await link({ "main.py": `from fastapi import FastAPI\nfrom somewhere import make\napp = FastAPI(openapi_url=None)\napp.mount("/x", make())\napp.mount("/y", None)\n` });
  expect(model.endpoints.map(({ method, path, posture }) => `${method} ${path} ${posture}`)).toEqual(["* /x/{path} unknown", "* /y/{path} unknown"]);
  expect(model.coverage.mounts).toEqual({ resolved: 0, unresolved: 2 });
});
