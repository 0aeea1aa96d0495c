"""Views: verbs from methods, inherited ones, guards on a method, on the whole class and in a base."""
from aiohttp import web

from .auth import method_guard


class Base(web.View):
    @property
    def user(self):
        return self.request.get("user")

    async def get(self):
        return web.Response()


class Inherits(Base):
    async def post(self):
        return web.Response()


class PerMethod(web.View):
    async def get(self):
        return web.Response()

    @method_guard
    async def put(self):
        return web.Response()

    async def delete(self):
        if self.request["user"] is None:
            raise web.HTTPUnauthorized()
        return web.Response()


class Guarded(web.View):
    """Turns strangers away before any verb."""

    async def _iter(self):
        if self.request.get("user") is None:
            raise web.HTTPUnauthorized()
        return await super()._iter()


class Everything(Guarded, Base):
    async def delete(self):
        return web.Response()


class Hook:
    async def check(self):
        raise web.HTTPForbidden()


class Unlocked(Hook):
    """Takes the lock of its base away again."""

    async def check(self):
        return None


class WithHook(Hook, web.View):
    async def get(self):
        if self.request["user"] is None:
            await self.check()
        return web.Response()


class WithoutHook(Unlocked, web.View):
    async def get(self):
        if self.request["user"] is None:
            await self.check()
        return web.Response()


def register(app):
    app.router.add_view("/views/inherits", Inherits)
    app.router.add_view("/views/per-method/{ship_id}", PerMethod, name="per-method")
    app.add_routes([web.view("/views/everything", Everything), web.get("/views/only-get", PerMethod)])
    app.router.add_route("*", "/views/star", Base)
    app.router.add_route("GET", "/views/hook", WithHook)
    app.router.add_view("/views/without-hook", WithoutHook)
