"""Views: verbs from methods, decorators on class and method, bases."""
from sanic.exceptions import Unauthorized
from sanic.response import empty
from sanic.views import HTTPMethodView

from .auth import on_class, protected


class Open(HTTPMethodView):
    async def get(self, request):
        return empty()

    def post(self, request):
        return empty()


class AllClosed(HTTPMethodView):
    decorators = [protected]

    async def get(self, request, lamp):
        return empty()

    async def delete(self, request, lamp):
        return empty()


class PerMethod(HTTPMethodView):
    async def get(self, request):
        return empty()

    @on_class
    async def put(self, request):
        return empty()

    async def patch(self, request):
        if not request.ctx.user:
            raise Unauthorized("no")
        return empty()


class Base(HTTPMethodView):
    decorators = [protected]


class Inherits(Base):
    async def get(self, request):
        return empty()


class Overrides(Base):
    """Takes the lock of its base away."""

    decorators = []

    async def get(self, request):
        return empty()


class Dispatches(HTTPMethodView):
    """Asks before any verb."""

    def dispatch_request(self, request, *args, **kwargs):
        if request.ctx.user is None:
            raise Unauthorized("no")
        return super().dispatch_request(request, *args, **kwargs)

    async def get(self, request):
        return empty()

    async def post(self, request):
        return empty()


def register(app):
    app.add_route(Open.as_view(), "/views/open")
    app.add_route(AllClosed.as_view(), "/views/closed/<lamp>")
    app.add_route(PerMethod.as_view(), "/views/per-method")
    app.add_route(Inherits.as_view(), "/views/inherits")
    app.add_route(Overrides.as_view(), "/views/overrides")
    app.add_route(Dispatches.as_view(), "/views/dispatches")
