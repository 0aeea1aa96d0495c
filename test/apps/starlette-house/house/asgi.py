from starlette.applications import Starlette
from starlette.authentication import AuthCredentials, AuthenticationBackend, SimpleUser
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.responses import PlainTextResponse

from .rooms import cellar, is_keeper, lines, rooms
from .router import HouseRouter


class KeeperBackend(AuthenticationBackend):
    async def authenticate(self, conn):
        if not is_keeper(conn):
            return None
        return AuthCredentials(["authenticated"]), SimpleUser("keeper")


async def door(request):
    return PlainTextResponse("Welcome")


async def shut(request):
    return PlainTextResponse("Not served")


def build(base: str):
    root = HouseRouter(prefix=base)
    for part in (rooms, cellar):
        root.include(part, prefix="/rooms")
    root.include(lines)
    root.add_route("/door", door)
    root.add_route("/shut", shut)
    return [route for route in root.routes if route.path != "/shut"]


app = Starlette(routes=build("/house"), middleware=[Middleware(AuthenticationMiddleware, backend=KeeperBackend())])
