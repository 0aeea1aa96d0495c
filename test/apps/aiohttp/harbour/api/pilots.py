"""Its middleware guards every application of the harbour below some paths."""
from aiohttp import web

from ..auth import bearer
from ..store import user_of_token


async def listed(request):
    return web.Response()


@web.middleware
async def closed(request, handler):
    if request.path.startswith("/pilots/private") and user_of_token(bearer(request)) is None:
        raise web.HTTPForbidden()
    return await handler(request)


def create_app(defaults):
    app = web.Application()
    app.router.add_get("", listed)
    app.router.add_get("/private/rota", listed)
    app.router.add_post("/private/{pilot}/rota", listed)
    return app, (closed,)
