"""Puts the harbour together."""
import importlib
import os
from pathlib import Path

import aiohttp_cors
from aiohttp import web

from . import auth, classes, decorated, fenced, login, plain, security, sessions, tables, views

MODULES = [".berths", ".cargo_lists", ".pilots"]


async def on_prepare(request, response):
    response.headers["Server"] = "harbour"


def mount(name, root, create, defaults):
    inner, middlewares = create(defaults)
    if "prefix" not in inner:
        inner["prefix"] = name.split(".")[-1].replace("_", "-")
    inner.on_response_prepare.append(on_prepare)
    root.add_subapp("/" + inner["prefix"], inner)
    root.middlewares.extend(middlewares)


def create_app(modules=None):
    app = web.Application(middlewares=[auth.errors, auth.identify, auth.marked])
    app["cors"] = {"*": aiohttp_cors.ResourceOptions(allow_credentials=False, expose_headers="*", allow_headers="*")}
    cors = aiohttp_cors.setup(app, defaults=app["cors"])
    cors.add(app.router.add_route("GET", "/", plain.hello))
    plain.register(app)
    tables.register(app)
    decorated.register(app)
    views.register(app)
    classes.register(app)
    login.setup(app)
    app.add_subapp("/fenced", fenced.create_app())
    app.add_subapp("/sessions/", sessions.create_app())
    app.add_subapp("/security", security.create_app())
    for name in modules or MODULES:
        module = importlib.import_module(name, "harbour.api")
        mount(name, app, getattr(module, "create_app"), app["cors"])
    app.router.add_static("/files", path=Path(__file__).parent, name="files")
    if os.environ.get("HARBOUR_DEBUG"):
        app.router.add_get("/debug", plain.hello)
    return app


application = create_app()
if __name__ == "__main__":
    web.run_app(application)
