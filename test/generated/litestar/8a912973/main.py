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
    pass
else:
    @get("x6")
    async def handle_6() -> dict:
        return {}
    members_4.append(handle_6)
class Own_4(Router):
    def __init__(self, *handlers):
        super().__init__(path="g4", route_handlers=list(handlers))
group_4 = Own_4(*members_4)
handlers.append(group_4)
app = Litestar(handlers, path="", openapi_config=None)
