"""Sockets and bare ASGI applications."""

from typing import Any

from litestar import Controller, WebSocket, asgi, websocket, websocket_listener
from litestar.handlers import HTTPRouteHandler, WebsocketListener

from .callers import keeper_of
from .guards import requires_keeper


@websocket("/lines/open")
async def open_line(socket: WebSocket) -> None:
    await socket.accept()
    await socket.close()


@websocket("/lines/kept", guards=[requires_keeper])
async def kept_line(socket: WebSocket) -> None:
    await socket.accept()
    await socket.close()


@websocket("/lines/checked")
async def checked_line(socket: WebSocket) -> None:
    if keeper_of(socket) is None:
        await socket.close(code=1008)
        return
    await socket.accept()
    await socket.close()


@websocket_listener("/lines/echo")
async def echo(data: str) -> str:
    return data


class KeptListener(WebsocketListener):
    path = "/lines/listener"
    guards = [requires_keeper]

    async def on_receive(self, data: str) -> str:
        return data


class LineController(Controller):
    path = "/lines/controller"

    @websocket("/{line:int}")
    async def line(self, socket: WebSocket, line: int) -> None:
        await socket.accept()
        await socket.close()


@asgi("/bare")
async def bare(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@asgi("/bare-kept", guards=[requires_keeper])
async def bare_kept(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


class KeptRoute(HTTPRouteHandler):
    """A decorator of the house: reads, and only for keepers."""

    def __init__(self, path: str, **options) -> None:
        super().__init__(path, http_method="GET", guards=[requires_keeper], **options)


@KeptRoute("/house")
async def house() -> dict:
    return {}
