"""No prefix: it comes from the module's name."""
from aiohttp import web

from ..auth import admin_only


async def listed(request):
    return web.Response()


@admin_only
async def cleared(request):
    return web.Response()


def create_app(defaults):
    app = web.Application()
    app.router.add_get("/all", listed)
    app.router.add_delete("/all", cleared)
    return app, []
