"""Controllers that register their own methods."""
from aiohttp import web

from .errors import NotSignedIn


class Controller:
    prefix = ""
    public = frozenset()

    def __init__(self, app):
        self.app = app
        for name, method, path in self.routes():
            app.router.add_route(method, self.prefix + path, self.handler(name))

    def routes(self):
        return ()

    def handler(self, name):
        action = getattr(self, name)

        async def handle(request):
            if name not in self.public and request.get("user") is None:
                raise NotSignedIn()
            return await action(request)

        return handle


class CraneController(Controller):
    prefix = "/cranes"
    public = frozenset({"index"})

    def routes(self):
        return (("index", "GET", ""), ("lift", "POST", "/{crane}/lift"))

    async def index(self, request):
        return web.Response()

    async def lift(self, request):
        return web.Response()


def register(app):
    for controller in (CraneController,):
        controller(app)
