"""aiohttp-session: what the session holds says who calls."""
from aiohttp import web
from aiohttp_session import SimpleCookieStorage, get_session, setup

from .store import read_cookie


async def visits(request):
    session = await get_session(request)
    session["visits"] = session.get("visits", 0) + 1
    return web.json_response({"visits": session["visits"]})


async def mine(request):
    session = await get_session(request)
    if "user" not in session:
        raise web.HTTPUnauthorized()
    return web.json_response({"user": session["user"]})


async def redirected(request):
    session = await get_session(request)
    if session.get("user") is None:
        return web.HTTPFound("/login")
    return web.Response()


async def known(request):
    session = await get_session(request)
    return web.json_response({"user": session.get("user")})


def create_app():
    app = web.Application()
    setup(app, SimpleCookieStorage(decoder=read_cookie))
    app.add_routes([web.get("/visits", visits), web.get("/mine", mine), web.get("/redirected", redirected), web.get("/known", known)])
    return app
