"""A prefix of its own, and a middleware for the whole harbour."""
import aiohttp_cors
from aiohttp import web

from ..auth import signed_in


async def listed(request):
    return web.Response()


@signed_in
async def booked(request):
    return web.Response()


@web.middleware
async def version(request, handler):
    request["version"] = request.headers.get("X-Version", "1")
    return await handler(request)


def create_app(defaults):
    app = web.Application()
    app["prefix"] = "mooring-berths"
    cors = aiohttp_cors.setup(app, defaults=defaults)
    root = cors.add(app.router.add_resource(r""))
    cors.add(root.add_route("GET", listed))
    cors.add(root.add_route("POST", booked))
    cors.add(app.router.add_route("DELETE", "/{berth}", booked))
    return app, [version]
