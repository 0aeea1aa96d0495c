from functools import partial
from litestar.handlers import HTTPRouteHandler
from litestar import WebSocket, delete, get, head, patch, post, put, route, websocket
import os
from litestar import Litestar
from litestar.plugins import InitPluginProtocol
handlers = []
from litestar import Controller, Router
members_4 = []
if os.environ.get("FEATURE") == "on":
    @get("/files6/{rest6:path}")
    async def handle_6(rest6: str) -> dict:
        return {}
    members_4.append(handle_6)
def make_4(path, handlers):
    return Router(path=path, route_handlers=tuple(handlers))
group_4 = make_4("/g4/", members_4)
if os.environ.get("FEATURE") == "on":
    pass
else:
    handlers.append(group_4)
app = Litestar(handlers, path="", openapi_config=None)
