"""Route tables, of a module and of a class."""
from aiohttp import web

from .auth import admin_only, api_key, any_key, basic, needs_nothing, needs_user, never_raises, only_logs, require_user, role, signed_in, to_login

routes = web.RouteTableDef()
more = web.RouteTableDef()


@routes.get("/tables/open")
async def open_table(request):
    return web.Response()


@routes.get("/tables/below")
@signed_in
async def below(request):
    return web.Response()


@signed_in
@routes.get("/tables/above")
async def above(request):
    return web.Response()


@routes.get("/tables/both-a")
@routes.post("/tables/both-b", name="both")
@admin_only
async def both(request):
    return web.Response()


@routes.view("/tables/view")
class TableView(web.View):
    async def get(self):
        return web.Response()

    async def post(self):
        await require_user(self.request)
        return web.Response()


@routes.get("/tables/role")
@role("pilot")
async def with_role(request):
    return web.Response()


@routes.get("/tables/key")
@api_key
async def with_key(request):
    return web.Response()


@routes.get("/tables/any-key")
@any_key
async def with_any_key(request):
    return web.Response()


@routes.get("/tables/basic")
@basic
async def with_basic(request):
    return web.Response()


@routes.get("/tables/to-login")
@to_login
async def sends_to_login(request):
    return web.Response()


@routes.get("/tables/only-logs")
@only_logs
async def logged(request):
    return web.Response()


@routes.get("/tables/never-raises")
@never_raises
async def forgotten(request):
    return web.Response()


@routes.get("/tables/marked")
@needs_user
async def with_mark(request):
    return web.Response()


@routes.get("/tables/marked-for-nobody")
@needs_nothing
async def with_useless_mark(request):
    return web.Response()


@routes.get("/tables/marked-below-wrapper")
@role("pilot")
@needs_user
async def mark_inside(request):
    """`functools.wraps` copies the mark."""
    return web.Response()


@routes.delete("/tables/required/{ship_id}")
async def required(request):
    user = await require_user(request)
    return web.json_response(user)


@more.route("*", "/more/any")
async def any_verb(request):
    return web.Response()


@more.patch("/more/{ship_id}")
@signed_in
async def patched(request):
    return web.Response()


class Office:
    """A table that is filled from methods."""

    def __init__(self, base):
        self.base = base
        self.opened = 0

    def table(self):
        return [web.get(f"{self.base}/count", self.count), web.post(f"{self.base}/open", self.open)]

    async def count(self, request):
        return web.json_response(self.opened)

    @staticmethod
    def check(request):
        if request.get("user") is None:
            raise web.HTTPUnauthorized()

    async def open(self, request):
        self.check(request)
        self.opened += 1
        return web.Response()


def register(app):
    app.router.add_routes(routes)
    app.add_routes(more)
    app.add_routes([*Office("/office").table()])
