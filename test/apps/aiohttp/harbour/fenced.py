"""Applications with middleware of their own, one inside the other."""
from aiohttp import web

from .auth import TokenMiddleware, unless


async def anything(request):
    return web.Response()


def inner():
    app = web.Application()
    app.add_routes([web.get("/deep", anything), web.post("/deep/{name}", anything)])
    return app


def writes():
    app = web.Application(middlewares=[TokenMiddleware({"POST", "DELETE"})])
    app.add_routes([web.get("/log", anything), web.post("/log", anything)])
    return app


def create_app():
    app = web.Application(middlewares=[unless({"/fenced/status", "/fenced/writes/log"})])
    app.router.add_get("/status", anything)
    app.router.add_get("/closed", anything)
    app.router.add_get("/open/page", anything)
    app.router.add_get("/opened", anything)
    app.add_subapp("/inner", inner())
    app.add_subapp("/writes", writes())
    return app
