"""Signing in and out: open by nature."""
from aiohttp import web

from .store import PASSWORDS


async def login(request):
    data = await request.post()
    if PASSWORDS.get(data.get("name")) == data.get("password"):
        return web.json_response({"token": "pilot-token"})
    return web.json_response({"token": None})


async def form(request):
    return web.Response(text="<form>")


def setup(app):
    resource = app.router.add_resource("/login", name="login")
    resource.add_route("GET", form)
    resource.add_route("POST", login)
